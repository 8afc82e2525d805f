package dev.codexrunner.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text that others wrote into Markdown, so that it shows as text and as nothing else. */
public final class Markdown {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-!|~$=]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Markdown() {}

    /** Within a line: no markup, no HTML, no mention that would call people. */
    public static String text(String raw) {
        String line = ConsoleText.neutralised(raw).replaceAll("\\s*\n\\s*", " ").strip();
        String escaped = PUNCTUATION.matcher(line).replaceAll("\\\\$0");
        return escaped.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + ZERO_WIDTH_SPACE);
    }

    /** A quotation of several lines. */
    static String quote(String raw) {
        StringBuilder quoted = new StringBuilder();
        ConsoleText.neutralised(raw)
                .strip()
                .lines()
                .forEach(line -> quoted.append("> ").append(text(line)).append("  \n"));
        return quoted.toString();
    }

    /** Code within a line; also within a table. */
    public static String code(String raw) {
        String line = ConsoleText.neutralised(raw).replaceAll("\\s*\n\\s*", " ").replace("|", "\\|");
        String fence = "`".repeat(longestBackticks(line) + 1);
        String space = line.isEmpty() || line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    /** A block of code, between fences longer than any within. */
    static String block(String raw) {
        String content = ConsoleText.neutralised(raw).stripTrailing();
        String fence = "`".repeat(Math.max(3, longestBackticks(content) + 1));
        return fence + "text\n" + content + "\n" + fence + "\n";
    }

    /** A line that opens to show more. */
    static String folded(String summary, String content) {
        String html = ConsoleText.neutralised(summary)
                .replaceAll("\\s*\n\\s*", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("[", "&#91;")
                .replace("`", "&#96;")
                .replace("@", "@" + ZERO_WIDTH_SPACE);
        return "<details><summary><code>" + html + "</code></summary>\n\n" + content + "\n</details>\n";
    }

    private static int longestBackticks(String text) {
        Matcher matcher = BACKTICKS.matcher(text);
        int longest = 0;
        while (matcher.find()) {
            longest = Math.max(longest, matcher.end() - matcher.start());
        }
        return longest;
    }
}
