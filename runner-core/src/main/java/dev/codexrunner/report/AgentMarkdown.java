package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agent's Markdown, written anew: lists, headings, emphasis and code stay, since messages read badly without them; all
 * else is text. Nothing of the agent's own markup is passed on, so there is no link, picture, HTML, mention or diagram.
 */
final class AgentMarkdown {

    /** So many lines are shown; the others open with a click. */
    private static final int SHOWN_LINES = 25;

    private static final Pattern FENCE = Pattern.compile("\\s{0,8}(`{3,}|~{3,})[^`]*");
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d{1,4}[.)])\\s+(.*)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern INLINE = Pattern.compile("(`+)([^`]++)\\1(?!`)|\\*\\*([^*`]++)\\*\\*");

    private AgentMarkdown() {}

    /** The text as a reader has it before them: neither marks of emphasis and code, nor a backslash that keeps a character from being one. */
    static String withoutMarks(String raw) {
        String bare = ConsoleText.bare(raw);
        String unmarked = INLINE.matcher(bare).replaceAll("$2$3");
        return ESCAPED.matcher(unmarked).replaceAll("$1");
    }

    /** A quotation; of a long one the most part is folded. */
    static String quote(String raw) {
        List<String> blocks = blocks(ConsoleText.neutralised(raw).strip());
        StringBuilder shown = new StringBuilder();
        StringBuilder folded = new StringBuilder();
        int lines = 0;
        int left = 0;
        for (String block : blocks) {
            int height = (int) block.lines().count();
            boolean fits = lines == 0 || lines + height <= SHOWN_LINES;
            (fits && left == 0 ? shown : folded).append(quoted(block));
            lines += fits && left == 0 ? height : 0;
            left += fits && left == 0 ? 0 : height;
        }
        return left == 0 ? shown.toString() : shown + Markdown.fold(left + " more lines", folded.toString());
    }

    private static String quoted(String block) {
        StringBuilder text = new StringBuilder();
        block.lines().forEach(line -> text.append(("> " + line).stripTrailing()).append('\n'));
        return text.toString();
    }

    /** Each line by itself, but code between fences in one piece. */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                List<String> code = new ArrayList<>();
                while (++i < lines.size() && !closes(lines.get(i), fence.group(1))) {
                    code.add(lines.get(i));
                }
                blocks.add("\n" + Markdown.block(String.join("\n", code)));
            } else {
                blocks.add(line(lines.get(i)));
            }
        }
        return blocks;
    }

    private static boolean closes(String line, String fence) {
        String stripped = line.strip();
        return stripped.startsWith(fence) && stripped.chars().allMatch(c -> c == fence.charAt(0));
    }

    private static String line(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return "\n**" + Markdown.text(heading.group(1)) + "**\n\n";
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            String number = item.group(2);
            String mark = Character.isDigit(number.charAt(0)) ? number.substring(0, number.length() - 1) + "." : "-";
            return " ".repeat(Math.min(12, item.group(1).length())) + mark + " " + inline(item.group(3)) + "\n";
        }
        // Two spaces at the end break a line; a blank one ends the paragraph.
        return line.isBlank() ? "\n" : inline(line.strip()) + "<br>\n";
    }

    private static String inline(String line) {
        StringBuilder text = new StringBuilder();
        Matcher marked = INLINE.matcher(line);
        int from = 0;
        while (marked.find()) {
            text.append(plain(line.substring(from, marked.start())));
            text.append(
                    marked.group(2) != null
                            ? Markdown.span(marked.group(2))
                            : "**" + Markdown.text(marked.group(3)) + "**");
            from = marked.end();
        }
        return text.append(plain(line.substring(from))).toString();
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
