package dev.codexrunner.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Splits text into PEM blocks, as leniently as OpenSSL (any text around the blocks, CRLF, a byte order mark, blanks at
 * line ends, headers in the block) and strictly inside the Base64. Pure.
 */
final class PemParser {

    /** Where and why the text is no PEM. */
    static final class MalformedPemException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String why;

        MalformedPemException(int line, String why) {
            super(why);
            this.line = line;
            this.why = why;
        }

        String why() {
            return why;
        }

        int line() {
            return line;
        }
    }

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PemParser() {}

    static List<PemBlock> parse(String text) throws MalformedPemException {
        List<PemBlock> blocks = new ArrayList<>();
        Optional<OpenBlock> open = Optional.empty();
        int number = 0;
        for (String raw : withoutMark(text).split("\r\n|\n|\r", -1)) {
            number++;
            String line = raw.strip();
            if (line.startsWith(BEGIN) && line.endsWith(DASHES)) {
                if (open.isPresent()) {
                    throw new MalformedPemException(number, "A block begins before the one above has ended.");
                }
                open = Optional.of(new OpenBlock(label(line, BEGIN), number));
            } else if (line.startsWith(END) && open.isPresent()) {
                blocks.add(open.get().close(line, number));
                open = Optional.empty();
            } else if (open.isPresent()) {
                open.get().add(line);
            }
        }
        if (open.isPresent()) {
            throw new MalformedPemException(open.get().line, "The block that begins there never ends.");
        }
        return blocks;
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String label(String line, String marker) {
        int end = line.endsWith(DASHES) ? line.length() - DASHES.length() : line.length();
        return line.substring(marker.length(), Math.max(end, marker.length())).strip();
    }

    /** A block whose END has not come yet. */
    private static final class OpenBlock {
        private final String label;
        private final int line;
        private final StringBuilder base64 = new StringBuilder();
        private boolean encrypted;

        OpenBlock(String label, int line) {
            this.label = label;
            this.line = line;
        }

        void add(String text) {
            if (text.indexOf(':') >= 0) {
                // A header of the old form: "Proc-Type: 4,ENCRYPTED".
                encrypted |= text.contains("ENCRYPTED");
            } else {
                base64.append(text);
            }
        }

        PemBlock close(String endLine, int number) throws MalformedPemException {
            if (!label(endLine, END).equals(label)) {
                throw new MalformedPemException(number, "The block ends under another name than it began.");
            }
            String digits = base64.toString();
            try {
                return new PemBlock(label, line, Base64.getDecoder().decode(digits), encrypted);
            } catch (IllegalArgumentException e) {
                throw new MalformedPemException(line, "The block that begins there is not valid Base64.");
            }
        }
    }
}
