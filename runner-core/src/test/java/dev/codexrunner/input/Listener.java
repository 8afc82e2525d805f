package dev.codexrunner.input;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that only counts who comes. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private Listener(ServerSocket socket) {
        this.socket = socket;
    }

    static Listener open() throws IOException {
        Listener listener = new Listener(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread accepting = new Thread(listener::accept, "listener");
        accepting.setDaemon(true);
        accepting.start();
        return listener;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                connections.incrementAndGet();
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
