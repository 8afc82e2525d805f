package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of the agent's Markdown, taken apart once: what is shown of it and what is searched for secrets come from the same
 * pieces. Each character is looked at a bounded number of times, whatever the marks.
 */
record AgentLine(Kind kind, String before, List<Piece> pieces) {

    enum Kind {
        EMPTY,
        HEADING,
        ITEM,
        TEXT
    }

    enum Mark {
        NONE,
        CODE,
        STRONG
    }

    record Piece(Mark mark, String text) {

        private String markdown() {
            return switch (mark) {
                case NONE -> plain(text);
                case CODE -> Markdown.span(text);
                case STRONG -> "**" + Markdown.text(text) + "**";
            };
        }
    }

    private static final int DEEPEST_INDENT = 12;

    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}+(?=\\s)");
    private static final Pattern ITEM = Pattern.compile("(\\s*+)([-*+]|\\d{1,4}[.)])\\s++(.*+)");

    static AgentLine of(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.lookingAt()) {
            String title = withoutHashes(line.substring(heading.end()).strip());
            return new AgentLine(title.isEmpty() ? Kind.EMPTY : Kind.HEADING, "", List.of(new Piece(Mark.NONE, title)));
        }
        Matcher item = ITEM.matcher(line);
        // Without a body it is none: a hyphen by itself would make a heading of the line above.
        if (item.matches() && !markdown(pieces(item.group(3))).isBlank()) {
            return new AgentLine(Kind.ITEM, bullet(item), pieces(item.group(3)));
        }
        String text = line.strip();
        return new AgentLine(text.isEmpty() ? Kind.EMPTY : Kind.TEXT, "", pieces(text));
    }

    String markdown() {
        return switch (kind) {
            // A blank line ends a paragraph.
            case EMPTY -> "\n";
            case HEADING -> "\n**" + markdown(pieces) + "**\n\n";
            case ITEM -> before + markdown(pieces) + "\n";
            case TEXT -> markdown(pieces) + "<br>\n";
        };
    }

    String seen() {
        return before + pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static String markdown(List<Piece> pieces) {
        return pieces.stream().map(Piece::markdown).collect(Collectors.joining());
    }

    private static String bullet(Matcher item) {
        String number = item.group(2);
        String mark = Character.isDigit(number.charAt(0)) ? number.substring(0, number.length() - 1) + "." : "-";
        return " ".repeat(Math.min(DEEPEST_INDENT, item.group(1).length())) + mark + " ";
    }

    private static String withoutHashes(String title) {
        int end = title.length();
        while (end > 0 && title.charAt(end - 1) == '#') {
            end--;
        }
        return title.substring(0, end).strip();
    }

    /** Code stands between as many backticks as before it, which it doesn't hold, emphasis between two stars. */
    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        int told = 0;
        int at = nextMark(line, 0, "`*");
        while (at < line.length()) {
            boolean code = line.charAt(at) == '`';
            int opened = endOfRun(line, at);
            int closing = code || opened - at == 2 ? nextMark(line, opened, code ? "`" : "`*") : line.length();
            int closed = endOfRun(line, closing);
            if (closed > closing
                    && line.charAt(closing) == line.charAt(at)
                    && closed - closing == opened - at
                    && !line.substring(opened, closing).isBlank()) {
                pieces.add(new Piece(Mark.NONE, line.substring(told, at)));
                pieces.add(new Piece(code ? Mark.CODE : Mark.STRONG, line.substring(opened, closing)));
                told = closed;
                at = nextMark(line, closed, "`*");
            } else {
                at = nextMark(line, opened, "`*");
            }
        }
        pieces.add(new Piece(Mark.NONE, line.substring(told)));
        return pieces;
    }

    private static int nextMark(String line, int from, String marks) {
        int at = from;
        while (at < line.length() && marks.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int endOfRun(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) == line.charAt(from)) {
            end++;
        }
        return end;
    }

    /** Text beside code and emphasis keeps its blanks. */
    private static String plain(String text) {
        if (text.isBlank()) {
            return text.isEmpty() ? "" : " ";
        }
        return (Character.isWhitespace(text.charAt(0)) ? " " : "")
                + Markdown.text(text)
                + (Character.isWhitespace(text.charAt(text.length() - 1)) ? " " : "");
    }
}
