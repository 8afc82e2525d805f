package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.report.GuardedJson.OddJsonException;
import java.util.Arrays;

/** Where the objects and lists of a JSON text begin and end, found in one pass, without going down into anything. */
final class JsonBrackets {

    /** In the order of their beginnings. */
    private final int[] begins;

    private final int[] ends;

    private JsonBrackets(int[] begins, int[] ends) {
        this.begins = begins;
        this.ends = ends;
    }

    /** @throws OddJsonException where they don't match, or there are more than {@code most} */
    static JsonBrackets of(String text, int most) throws OddJsonException {
        Pass pass = new Pass(text, most);
        pass.go();
        if (pass.depth > 0 || pass.at < text.length()) {
            throw new OddJsonException(Messages.GuardedJson_unended());
        }
        return new JsonBrackets(Arrays.copyOf(pass.begins, pass.count), Arrays.copyOf(pass.ends, pass.count));
    }

    /** Of a text that is cut off somewhere, up to its last whole entry, and with what closes it there. */
    static String wholeEntries(String text, int most) throws OddJsonException {
        Pass pass = new Pass(text, most);
        pass.go();
        return text.substring(0, pass.entriesEnd) + pass.closing;
    }

    /** Behind the bracket that closes what begins there. */
    int end(int begin) {
        int index = Arrays.binarySearch(begins, begin);
        if (index < 0) {
            throw new IllegalStateException("Nothing begins there.");
        }
        return ends[index];
    }

    /** Behind the quote that closes a text; one more than the text's length or more where none does. */
    static int endOfText(String text, int begin) {
        int end = begin + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static final class Pass {
        private final String text;
        private final int most;
        private int[] begins = new int[64];
        private int[] ends = new int[64];
        private int count;
        /** Numbers of those that are open. */
        private int[] open = new int[64];

        private int depth;
        private int at;
        private int entriesEnd;
        private String closing = "";

        Pass(String text, int most) {
            this.text = text;
            this.most = most;
        }

        /** Stops within a text that has no end. */
        void go() throws OddJsonException {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '"') {
                    int end = endOfText(text, at);
                    if (end > text.length()) {
                        return;
                    }
                    at = end;
                    continue;
                }
                switch (c) {
                    case '{', '[' -> open();
                    case '}', ']' -> close(c);
                    case ',' -> between();
                    default -> {
                        // Of a word, or between them.
                    }
                }
                at++;
            }
        }

        private void open() throws OddJsonException {
            if (count == most) {
                throw new OddJsonException(Messages.GuardedJson_many());
            }
            if (count == begins.length) {
                begins = Arrays.copyOf(begins, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, 2 * depth);
            }
            begins[count] = at;
            open[depth++] = count++;
        }

        private void close(char c) throws OddJsonException {
            if (depth == 0 || text.charAt(begins[open[depth - 1]]) != (c == '}' ? '{' : '[')) {
                throw new OddJsonException(Messages.GuardedJson_brackets());
            }
            ends[open[--depth]] = at + 1;
        }

        /** Of a list, of the report, or of one of its parts: an entry itself is no entry in half. */
        private void between() {
            if (depth > 0
                    && depth <= GuardedJson.DEEPEST
                    && (depth <= 2 || text.charAt(begins[open[depth - 1]]) == '[')) {
                entriesEnd = at;
                StringBuilder brackets = new StringBuilder(depth);
                for (int i = depth - 1; i >= 0; i--) {
                    brackets.append(text.charAt(begins[open[i]]) == '{' ? '}' : ']');
                }
                closing = brackets.toString();
            }
        }
    }
}
