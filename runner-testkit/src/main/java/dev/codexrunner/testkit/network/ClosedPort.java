package dev.codexrunner.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port on loopback where nobody listens, nor comes to listen while this is open: it is bound, and that is all. */
public final class ClosedPort implements AutoCloseable {

    private final Socket holder = new Socket();

    private ClosedPort() {
        try {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback is free", e);
        }
    }

    public static ClosedPort hold() {
        return new ClosedPort();
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
