package dev.codexrunner.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Sends text through the redactor's stream in pieces. */
final class Streams {

    private Streams() {}

    static String split(Redactor redactor, String text, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            stream.write(bytes, 0, at);
            stream.flush();
            stream.write(bytes, at, bytes.length - at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toString(StandardCharsets.UTF_8);
    }

    static String inPieces(Redactor redactor, String text, RandomGenerator random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = redactor.redacting(target)) {
            for (int done = 0; done < bytes.length; ) {
                int length = Math.min(bytes.length - done, 1 + random.nextInt(40));
                stream.write(bytes, done, length);
                done += length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toString(StandardCharsets.UTF_8);
    }
}
