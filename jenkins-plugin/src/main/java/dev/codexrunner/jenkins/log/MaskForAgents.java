package dev.codexrunner.jenkins.log;

import dev.codexrunner.jenkins.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Masks what agents send. */
final class MaskForAgents implements RemoteMask {

    private final Supplier<Optional<LogMask>> secrets;

    MaskForAgents(Supplier<Optional<LogMask>> secrets) {
        this.secrets = secrets;
    }

    @Override
    public byte[] mask(byte[] text) {
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("text of " + text.length + " bytes");
        }
        return secrets.get().map(mask -> masked(mask, text)).orElse(text);
    }

    private static byte[] masked(LogMask mask, byte[] text) {
        ByteArrayOutputStream masked = new ByteArrayOutputStream(text.length);
        try (OutputStream masking = mask.maskingText(masked)) {
            masking.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written.", e);
        } catch (StackOverflowError e) {
            throw new IllegalStateException("The mask broke", e);
        }
        return masked.toByteArray();
    }
}
