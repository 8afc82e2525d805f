package dev.codexrunner.testkit.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP proxy on loopback: tunnels CONNECT, or refuses with an answer of the test's choice. */
public final class LoopbackProxy implements AutoCloseable {

    /** 403 with a web page, as a company's proxy answers. */
    public static final String FORBIDDEN_PAGE = String.join(
            "\r\n", "HTTP/1.1 403 Forbidden", "Content-Type: text/html", "Connection: close", "", "<html>No</html>");
    /** 407, without a page. */
    public static final String WANTS_CREDENTIALS = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"proxy\"",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    /** 502, as a proxy answers that cannot reach the target itself. */
    public static final String BAD_GATEWAY =
            String.join("\r\n", "HTTP/1.1 502 Bad Gateway", "Content-Length: 0", "Connection: close", "", "");

    private final ServerSocket listener;
    private final Optional<String> refusal;
    private final Optional<String> authorization;
    private final ConcurrentLinkedQueue<List<String>> requests = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private LoopbackProxy(Optional<String> refusal, Optional<String> authorization) throws IOException {
        this.refusal = refusal;
        this.authorization = authorization;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public static LoopbackProxy open() throws IOException {
        return new LoopbackProxy(Optional.empty(), Optional.empty());
    }

    public static LoopbackProxy answering(String refusal) throws IOException {
        return new LoopbackProxy(Optional.of(refusal), Optional.empty());
    }

    public static LoopbackProxy requiring(String authorization) throws IOException {
        return new LoopbackProxy(Optional.empty(), Optional.of(authorization));
    }

    /** Takes requests and never answers. */
    public static LoopbackProxy hanging() throws IOException {
        return new LoopbackProxy(Optional.of(""), Optional.empty());
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Request line and headers of each request, in their order. */
    public List<List<String>> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (SocketException e) {
            // Closed: the test has ended.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try {
            List<String> head = head(client.getInputStream());
            requests.add(head);
            boolean welcome = authorization
                    .map(value -> head.contains("Proxy-Authorization: " + value))
                    .orElse(true);
            if (refusal.isPresent() || !welcome) {
                if (refusal.equals(Optional.of(""))) {
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    return;
                }
                client.getOutputStream().write(refusal.orElse(WANTS_CREDENTIALS).getBytes(StandardCharsets.US_ASCII));
                client.close();
                return;
            }
            int port = Integer.parseInt(head.get(0).replaceAll("^CONNECT .*:(\\d+) .*$", "$1"));
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(server);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            threads.execute(() -> copy(server, client));
            copy(client, server);
        } catch (IOException e) {
            // One side went away.
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        // Nothing follows the head before our 200, so the reader can take nothing of the tunnel.
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 1);
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // One side went away.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
