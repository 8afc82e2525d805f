package dev.codexrunner.testkit.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A port on loopback with a conversation of the test's choice, one connection after the other. */
public final class LoopbackListener implements AutoCloseable {

    /** What the listener does with a connection; afterwards it reads to the end and closes. */
    @FunctionalInterface
    public interface Conversation {
        void with(Socket client) throws IOException;
    }

    private final ServerSocket listener;

    private LoopbackListener(Conversation conversation) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback is free", e);
        }
        Thread thread = new Thread(() -> serve(conversation), "loopback-listener");
        thread.setDaemon(true);
        thread.start();
    }

    public static LoopbackListener with(Conversation conversation) {
        return new LoopbackListener(conversation);
    }

    /** Takes connections and what is sent, and says nothing. */
    public static LoopbackListener silent() {
        return with(client -> {});
    }

    /** Resets each connection as soon as something is sent. */
    public static LoopbackListener resetting() {
        return with(client -> {
            int unused = client.getInputStream().read();
            reset(client);
        });
    }

    /** Sends its answer to the first bytes of the client, then hangs up. */
    public static LoopbackListener answeringAtOnce(String answer) {
        return answering(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static LoopbackListener answering(byte[] answer) {
        return with(client -> {
            byte[] unused = client.getInputStream().readNBytes(5);
            client.getOutputStream().write(answer);
            client.shutdownOutput();
        });
    }

    /** Answers a TLS handshake as a server that knows TLS 1.1 only, and picks that: no JDK does it any more. */
    public static LoopbackListener speakingTls11Only() {
        String serverHello = "02000026" + "0302" + "5a".repeat(32) + "00" + "c014" + "00";
        return answering(HexFormat.of().parseHex("1603020" + "02a" + serverHello));
    }

    /** Answers a TLS handshake as a newer server does that was set to TLS 1.1: with a fatal protocol_version. */
    public static LoopbackListener refusingTheTlsVersion() {
        return answering(HexFormat.of().parseHex("15030200020246"));
    }

    /** Demands a client certificate; not the JDK's HttpsServer, which hangs up without the alert of a real server. */
    public static LoopbackListener wantingClientCertificate(SSLContext context, String protocol) {
        return with(client -> refuseWithoutCertificate(client, context, protocol));
    }

    /**
     * Demands a client certificate by TLS 1.3, where a client believes the handshake done before the server has judged
     * it. To the first client it seems so: its connection is reset when the request comes. Later ones hear the refusal.
     */
    public static LoopbackListener wantingClientCertificateUnheardAtFirst(SSLContext context) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return with(client -> {
            if (isFirst.getAndSet(false)) {
                int unused =
                        serverSide(client, context, "TLSv1.3").getInputStream().read();
                reset(client);
            } else {
                refuseWithoutCertificate(client, context, "TLSv1.3");
            }
        });
    }

    /** Shakes hands by TLS, and resets each connection when a request comes. */
    public static LoopbackListener resettingRequests(SSLContext context) {
        return with(client -> {
            int unused = serverSide(client, context, "TLSv1.3").getInputStream().read();
            reset(client);
        });
    }

    private static void refuseWithoutCertificate(Socket client, SSLContext context, String protocol)
            throws IOException {
        SSLSocket tls = serverSide(client, context, protocol);
        tls.setNeedClientAuth(true);
        tls.startHandshake();
    }

    private static SSLSocket serverSide(Socket client, SSLContext context, String protocol) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, false);
        tls.setUseClientMode(false);
        tls.setEnabledProtocols(new String[] {protocol});
        return tls;
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Its address, with that scheme. */
    public URI uri(String scheme) {
        return URI.create(scheme + "://localhost:" + port() + "/");
    }

    private void serve(Conversation conversation) {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                converse(conversation, client);
            } catch (IOException e) {
                // The client went away, or the test has ended.
            }
        }
    }

    private static void converse(Conversation conversation, Socket client) throws IOException {
        try {
            conversation.with(client);
        } finally {
            if (!client.isClosed()) {
                // To the end, or the system resets the connection and the client loses what it has not read yet.
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
