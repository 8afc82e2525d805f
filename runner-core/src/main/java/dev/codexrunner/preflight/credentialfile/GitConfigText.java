package dev.codexrunner.preflight.credentialfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a git configuration as git does, one character after the other, in linear time. Where git would give up, this
 * goes on with the next line: the agent can read a broken file, too.
 */
final class GitConfigText {

    private static final char END = '\n';

    private final String text;
    private final List<GitConfigEntry> entries = new ArrayList<>();
    private int at;
    private String section = "";
    private Optional<String> subsection = Optional.empty();

    private GitConfigText(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** All variables, in their order. Never throws. */
    static List<GitConfigEntry> entries(String text) {
        GitConfigText reading = new GitConfigText(text);
        while (reading.at < text.length()) {
            reading.next();
        }
        return List.copyOf(reading.entries);
    }

    private void next() {
        char c = peek();
        if (isSpace(c)) {
            at++;
        } else if (c == '[') {
            at++;
            header();
        } else if (isLetter(c)) {
            variable();
        } else {
            skipLine();
        }
    }

    /** {@code [section]}, {@code [section "subsection"]} or, as it was long ago, {@code [section.subsection]}. */
    private void header() {
        int start = at;
        while (isKey(peek()) || peek() == '.') {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        section = dot < 0 ? name : name.substring(0, dot);
        subsection = dot < 0 ? Optional.empty() : Optional.of(name.substring(dot + 1));
        while (peek() != END && isSpace(peek())) {
            at++;
        }
        if (peek() == '"') {
            at++;
            subsection = Optional.of(quotedSubsection());
        }
        if (peek() == ']') {
            at++;
        } else {
            skipLine();
        }
    }

    private String quotedSubsection() {
        StringBuilder name = new StringBuilder();
        while (peek() != END && peek() != '"') {
            if (peek() == '\\') {
                at++;
            }
            if (peek() != END) {
                name.append(take());
            }
        }
        if (peek() == '"') {
            at++;
        }
        return name.toString();
    }

    private void variable() {
        int start = at;
        while (isKey(peek())) {
            at++;
        }
        String key = text.substring(start, at).toLowerCase(Locale.ROOT);
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
        Optional<String> value = Optional.empty();
        if (peek() == '=') {
            at++;
            value = Optional.of(value());
        } else {
            skipLine();
        }
        entries.add(new GitConfigEntry(section, subsection, key, value));
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        StringBuilder spaces = new StringBuilder();
        boolean quoted = false;
        while (peek() != END) {
            char c = take();
            if (!quoted && isSpace(c)) {
                // Those before and after the value don't belong to it.
                if (!value.isEmpty()) {
                    spaces.append(c);
                }
                continue;
            }
            if (!quoted && (c == '#' || c == ';')) {
                skipLine();
                break;
            }
            value.append(spaces);
            spaces.setLength(0);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                escape(value);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private void escape(StringBuilder value) {
        if (at == text.length()) {
            return;
        }
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        char c = take();
        switch (c) {
            case '\n' -> {} // The value goes on in the next line.
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            default -> value.append(c);
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** The next character; the end of the file is the end of a line. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private char take() {
        return text.charAt(at++);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isKey(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }
}
