package dev.codexrunner.jenkins.masking;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Masks within the strings of JSON, of which there may be many documents, and nowhere else: a mask over a quote would leave
 * no JSON behind. What is no JSON comes out with its quoted parts masked.
 */
final class MaskedJson extends FilterOutputStream {

    /** In bytes; of a longer string the pieces are masked one by one. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private static final Pattern INTACT = Pattern.compile("(?:[^\\\\\"]++|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*+");

    private final UnaryOperator<String> mask;
    private final ByteArrayOutputStream string = new ByteArrayOutputStream();
    private boolean inString;
    private boolean escaped;

    MaskedJson(OutputStream json, UnaryOperator<String> mask) {
        super(json);
        this.mask = mask;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            byte each = bytes[i];
            if (!inString) {
                if (each == '"') {
                    out.write(bytes, from, i + 1 - from);
                    from = i + 1;
                    inString = true;
                }
            } else if (escaped) {
                escaped = false;
            } else if (each == '\\') {
                escaped = true;
            } else if (each == '"' || string.size() + i - from >= LONGEST) {
                string.write(bytes, from, i - from);
                passOn();
                from = i;
                inString = each != '"';
            }
        }
        if (inString) {
            string.write(bytes, from, offset + length - from);
        } else {
            out.write(bytes, from, offset + length - from);
        }
    }

    private void passOn() throws IOException {
        String plain = string.toString(StandardCharsets.UTF_8);
        String masked = mask.apply(plain);
        if (masked.equals(plain)) {
            string.writeTo(out);
        } else {
            // A mask may begin or end within an escape.
            String intact = INTACT.matcher(masked).matches() ? masked : "[redacted]";
            out.write(intact.getBytes(StandardCharsets.UTF_8));
        }
        string.reset();
    }

    @Override
    public void close() throws IOException {
        try (OutputStream json = out) {
            passOn();
            json.flush();
        }
    }
}
