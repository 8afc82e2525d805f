package dev.codexrunner.progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Standard error, which may break at any time ({@code 2>&1 | head}): from then on nothing is written. */
final class ProgressStream {

    private final OutputStream target;
    private boolean broken;

    ProgressStream(OutputStream target) {
        this.target = target;
    }

    void write(String text) {
        if (broken) {
            return;
        }
        try {
            target.write(text.getBytes(StandardCharsets.UTF_8));
            target.flush();
        } catch (IOException closedByReader) {
            broken = true;
        }
    }
}
