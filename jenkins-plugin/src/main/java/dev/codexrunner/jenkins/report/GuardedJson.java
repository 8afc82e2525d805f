package dev.codexrunner.jenkins.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * JSON that Jenkins' library reads as it stands. By itself it takes texts for what they look like ({@code "null"},
 * {@code "[x]"}, {@code "'x'"}), numbers for the nearest double, and comments for nothing. So each text and key begins with
 * {@link #TEXT} here, and each number is a text that begins with {@link #NUMBER}.
 *
 * @param json guarded
 * @param whole whether nothing was cut off
 */
record GuardedJson(String json, boolean whole) {

    static final char TEXT = '=';
    static final char NUMBER = '#';

    /** Of nested arrays and objects; the runner's own parser stops before it. */
    private static final int DEEPEST = 600;

    /** @param whole whether {@code text} is all there is; else it is cut after its last whole entry */
    static GuardedJson of(String text, boolean whole) throws OddJsonException {
        return new Scan(text).guarded(whole);
    }

    /** This is no JSON, or none that is read here. */
    static final class OddJsonException extends Exception {
        private static final long serialVersionUID = 1;

        OddJsonException(String problem) {
            super(problem);
        }
    }

    private static final class Scan {
        private final String text;
        private final StringBuilder guarded;
        private final Deque<Character> open = new ArrayDeque<>();
        private int at;
        /** Up to where {@link #guarded} holds whole entries, and what closes it there. */
        private int entriesEnd;

        private String closing = "";

        Scan(String text) {
            this.text = text;
            this.guarded = new StringBuilder(text.length() + text.length() / 16);
        }

        GuardedJson guarded(boolean whole) throws OddJsonException {
            while (at < text.length()) {
                boolean finished = next(text.charAt(at));
                if (!finished) {
                    break;
                }
            }
            if (whole) {
                if (!open.isEmpty() || at < text.length()) {
                    throw new OddJsonException(Messages.GuardedJson_unended());
                }
                return new GuardedJson(guarded.toString(), true);
            }
            guarded.setLength(entriesEnd);
            return new GuardedJson(guarded.append(closing).toString(), false);
        }

        /** False where the text ends within a text or a word. */
        private boolean next(char c) throws OddJsonException {
            switch (c) {
                case '"':
                    return string();
                case '{', '[':
                    open(c);
                    break;
                case '}', ']':
                    close(c);
                    break;
                case ',':
                    if (isBetweenEntries()) {
                        entriesEnd = guarded.length();
                        closing = closing();
                    }
                    copy(c);
                    break;
                case ':', ' ', '\n', '\r', '\t':
                    copy(c);
                    break;
                default:
                    return word();
            }
            return true;
        }

        private void copy(char c) {
            guarded.append(c);
            at++;
        }

        private void open(char c) throws OddJsonException {
            open.push(c == '{' ? '}' : ']');
            if (open.size() > DEEPEST) {
                throw new OddJsonException(Messages.GuardedJson_deep(DEEPEST));
            }
            copy(c);
        }

        private void close(char c) throws OddJsonException {
            if (open.isEmpty() || open.pop() != c) {
                throw new OddJsonException(Messages.GuardedJson_brackets());
            }
            copy(c);
        }

        /** Of a list, of the report, or of one of its parts: an entry itself is no entry in half. */
        private boolean isBetweenEntries() {
            return open.size() <= 2 || open.peek() == ']';
        }

        private String closing() {
            StringBuilder brackets = new StringBuilder(open.size());
            for (Iterator<Character> each = open.iterator(); each.hasNext(); ) {
                brackets.append(each.next().charValue());
            }
            return brackets.toString();
        }

        private boolean string() {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= text.length()) {
                return false;
            }
            guarded.append('"').append(TEXT).append(text, at + 1, end).append('"');
            at = end + 1;
            return true;
        }

        /** A number, true, false or null. */
        private boolean word() throws OddJsonException {
            int end = at;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            if (end == at) {
                throw new OddJsonException(Messages.GuardedJson_stray());
            }
            if (end == text.length()) {
                return false;
            }
            String word = text.substring(at, end);
            at = end;
            switch (word) {
                case "true", "false", "null" -> guarded.append(word);
                default -> guarded.append('"').append(NUMBER).append(word).append('"');
            }
            return true;
        }

        private static boolean isWord(char c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "+-.".indexOf(c) >= 0;
        }
    }
}
