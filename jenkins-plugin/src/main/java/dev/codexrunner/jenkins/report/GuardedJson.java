package dev.codexrunner.jenkins.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * JSON in pieces that Jenkins' library reads as they stand, each an object or a list without those in it. By itself the
 * library copies what is nested once for each level, so that some KiB take it minutes; here the whole is looked through
 * once, and what is deeper than {@link #DEEPEST} remains a text. It also takes texts for what they look like
 * ({@code "null"}, {@code "[x]"}, {@code "'x'"}), numbers for the nearest double, and comments for nothing. So each text and
 * key begins with {@link #TEXT}, each number is a text that begins with {@link #NUMBER}, and what is nested is a text that
 * begins with {@link #NESTED} and says where it is.
 */
final class GuardedJson {

    static final char TEXT = '=';
    static final char NUMBER = '#';
    static final char NESTED = '@';

    /** A report has ten levels; a structured output may go on below. */
    static final int DEEPEST = 32;

    /** Objects and lists, more than a report of 8 MiB that anybody wants to read. */
    private static final int MOST_PIECES = 400_000;

    /** Of an object; the library is slow where names come twice, and these may be the same as others. */
    private static final int MOST_ESCAPED_NAMES = 1_000;

    private final String text;
    private final JsonBrackets brackets;

    private GuardedJson(String text, JsonBrackets brackets) {
        this.text = text;
        this.brackets = brackets;
    }

    /** @param whole whether {@code text} is all there is; else it is cut after its last whole entry */
    static GuardedJson of(String text, boolean whole) throws OddJsonException {
        if (whole) {
            return new GuardedJson(text, JsonBrackets.of(text, MOST_PIECES));
        }
        String entries = JsonBrackets.wholeEntries(text, MOST_PIECES);
        return new GuardedJson(entries, JsonBrackets.of(entries, MOST_PIECES));
    }

    /** This is no JSON, or none that is read here. */
    static final class OddJsonException extends Exception {
        private static final long serialVersionUID = 1;

        OddJsonException(String problem) {
            super(problem);
        }
    }

    /** Where the outermost piece begins. */
    int begin() {
        int at = 0;
        while (at < text.length() && JsonBrackets.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean isObject(int begin) {
        return begin < text.length() && text.charAt(begin) == '{';
    }

    /** A piece as it stands in the text. */
    String raw(int begin) {
        return text.substring(begin, brackets.end(begin));
    }

    /** A piece for the library. */
    String piece(int begin) throws OddJsonException {
        return new Piece(begin).guarded();
    }

    private final class Piece {
        private final StringBuilder guarded = new StringBuilder();
        private final boolean object;
        private final int end;
        private final Set<String> names = new HashSet<>();
        private int escapedNames;
        private int at;
        /** In an object, whether what comes is a name. */
        private boolean name;
        /** Whether what comes belongs to a name that the object has had. */
        private boolean again;

        Piece(int begin) {
            object = isObject(begin);
            at = begin + 1;
            end = brackets.end(begin) - 1;
            name = object;
        }

        String guarded() throws OddJsonException {
            guarded.append(object ? '{' : '[');
            while (at < end) {
                next(text.charAt(at));
            }
            return guarded.append(object ? '}' : ']').toString();
        }

        private void next(char c) throws OddJsonException {
            if (c == '"') {
                string();
            } else if (c == '{' || c == '[') {
                put("\"" + NESTED + at + "\"");
                at = brackets.end(at);
            } else if (c == ',') {
                name = object;
                again = false;
                put(",");
                at++;
            } else if (c == ':') {
                put(":");
                name = false;
                at++;
            } else if (JsonBrackets.isSpace(c)) {
                at++;
            } else {
                word();
            }
        }

        private void put(String part) {
            if (!again) {
                guarded.append(part);
            }
        }

        private void string() throws OddJsonException {
            int close = JsonBrackets.endOfText(text, at);
            String inside = text.substring(at + 1, close - 1);
            at = close;
            if (name) {
                escapedNames += inside.indexOf('\\') >= 0 ? 1 : 0;
                if (escapedNames > MOST_ESCAPED_NAMES) {
                    throw new OddJsonException(Messages.GuardedJson_many());
                }
                again = !names.add(inside);
                if (again && guarded.charAt(guarded.length() - 1) == ',') {
                    guarded.setLength(guarded.length() - 1);
                }
            }
            put("\"" + TEXT + inside + "\"");
        }

        /** A number, true, false or null. */
        private void word() throws OddJsonException {
            int close = at;
            while (close < end && isWord(text.charAt(close))) {
                close++;
            }
            if (close == at || name) {
                throw new OddJsonException(Messages.GuardedJson_stray());
            }
            String word = text.substring(at, close);
            at = close;
            put(Arrays.asList("true", "false", "null").contains(word) ? word : "\"" + NUMBER + word + "\"");
        }

        private static boolean isWord(char c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || "+-.".indexOf(c) >= 0;
        }
    }
}
