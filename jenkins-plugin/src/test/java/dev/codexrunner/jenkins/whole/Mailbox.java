package dev.codexrunner.jenkins.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that keeps what it gets. */
final class Mailbox implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private Mailbox(ServerSocket socket) {
        this.socket = socket;
    }

    static Mailbox open() throws IOException {
        Mailbox mailbox = new Mailbox(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(mailbox::serve, "mailbox");
        thread.setDaemon(true);
        thread.start();
        return mailbox;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Headers and bodies, as they came. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException gone) {
                // The client went, or this mailbox is closed.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        OutputStream answers = client.getOutputStream();
        say(answers, "220 mailbox");
        String line = lines.readLine();
        while (line != null) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("DATA")) {
                say(answers, "354 go on");
                messages.add(message(lines));
            }
            say(answers, command.startsWith("QUIT") ? "221 bye" : "250 ok");
            line = command.startsWith("QUIT") ? null : lines.readLine();
        }
    }

    private static String message(BufferedReader lines) throws IOException {
        StringBuilder message = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            message.append(line).append('\n');
            line = lines.readLine();
        }
        return message.toString();
    }

    private static void say(OutputStream answers, String line) throws IOException {
        answers.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        answers.flush();
    }
}
