package dev.codexrunner.report;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text that others wrote into Markdown, so that it shows as text and as nothing else. */
public final class Markdown {

    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]()#+\\-!|~=]");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    /** {@code @name}, {@code #12}, {@code GH-12}, {@code !12}, and GitLab's {@code %12}, {@code ~label}, {@code &12}. */
    private static final Pattern SIGIL = Pattern.compile(
            "[@#](?=[\\p{L}\\p{N}])|[!%~](?=[\\p{L}\\p{N}\"])|&(?=\\p{N})|(?i:(?<![\\p{L}\\p{N}])GH)(?=\\\\?-\\p{N})");

    /** The name of a commit: letters and digits, or a word like "defaced" would be one. */
    private static final Pattern COMMIT =
            Pattern.compile("(?<![0-9A-Za-z])(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,64}(?![0-9A-Za-z])");

    /** Shorter ones are no links. */
    private static final Pattern COMMIT_PIECE = Pattern.compile("[0-9a-f]{6}(?=[0-9a-f])");

    /**
     * What ends a block for GitLab's quick actions, whatever its fence, and such an action: {@code /close} at the start of a
     * line, unlike {@code /usr/bin}.
     */
    private static final Pattern QUICK_ACTION = Pattern.compile("(?m)^(?=[ \\t>]*(?:```|~~~|/[A-Za-z_]+(?:\\s|$)))");

    private static final Pattern LINK_START = Pattern.compile("(?i)(:)(//)|(www)(\\.)");
    private static final Pattern NUMBER_MARK = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
    /** By itself in an element: a backslash doesn't keep GitHub from reading a formula between two. It also refers to nothing. */
    private static final String DOLLAR = "<span>$</span>";

    /** No text is cut below it. */
    private static final int SHORTEST = 16;

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Markdown() {}

    /** Within a line: no markup, no HTML, nothing that calls people, refers to an issue or becomes a link. */
    public static String text(String raw) {
        String line = onOneLine(raw).strip();
        String escaped = PUNCTUATION.matcher(line).replaceAll("\\\\$0");
        // At the start of a line it would begin a list.
        escaped = NUMBER_MARK.matcher(escaped).replaceFirst("$1\\\\$2");
        // Apart first: behind it an ampersand is half of an entity.
        return unlinked(escaped)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", DOLLAR);
    }

    /** As {@link #text}, at most so many characters once it is escaped; a longer one lacks its middle. */
    static String text(String raw, int longest) {
        return within(raw, longest, Markdown::text);
    }

    /**
     * What is rendered is bounded, since escaping makes a text many times as long: its middle is left out until it fits.
     *
     * @param longest in characters, as they are rendered
     */
    static String within(String raw, int longest, UnaryOperator<String> rendering) {
        int kept = Math.min(raw.length(), longest);
        String rendered = rendering.apply(ConsoleText.shortened(raw, kept));
        while (rendered.length() > longest && kept > SHORTEST) {
            kept = Math.max(SHORTEST, (int) ((long) kept * longest / rendered.length()) - 1);
            rendered = rendering.apply(ConsoleText.shortened(raw, kept));
        }
        return rendered;
    }

    /** A zero-width space within what GitHub and GitLab would turn into a mention, a reference or a link. */
    private static String unlinked(String text) {
        String apart = SIGIL.matcher(text).replaceAll("$0" + ZERO_WIDTH_SPACE);
        apart = COMMIT.matcher(apart)
                .replaceAll(name -> COMMIT_PIECE.matcher(name.group()).replaceAll("$0" + ZERO_WIDTH_SPACE));
        return LINK_START
                .matcher(apart)
                .replaceAll(link ->
                        link.group(1) != null ? ":" + ZERO_WIDTH_SPACE + "//" : link.group(3) + ZERO_WIDTH_SPACE + ".");
    }

    /** Code within a table's cell. */
    public static String code(String raw) {
        return span(raw.replace("|", "\\|"));
    }

    /** Code within a line that is no table's. */
    static String span(String raw) {
        String line = onOneLine(raw);
        String fence = "`".repeat(longestBackticks(line) + 1);
        String space = line.isEmpty() || line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    /** A block of code, between fences longer than any within. */
    static String block(String raw) {
        String content = QUICK_ACTION
                .matcher(ConsoleText.neutralised(raw).stripTrailing())
                .replaceAll(ZERO_WIDTH_SPACE);
        String fence = "`".repeat(Math.max(3, longestBackticks(content) + 1));
        return fence + "text\n" + content + "\n" + fence + "\n";
    }

    /**
     * A line that opens to show more. Its code holds nothing beside what was run, so that it can be copied: neither GitHub nor
     * GitLab looks for mentions, references and links in an element {@code code}.
     *
     * @param before and {@code after} are ours
     * @param code is shown as such
     */
    static String folded(String before, String code, String after, String content) {
        String html = onOneLine(code)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("[", "&#91;")
                .replace("`", "&#96;")
                .replace("*", "&#42;")
                .replace("_", "&#95;")
                .replace("$", "&#36;")
                .replace("~", "&#126;")
                .replace("\\", "&#92;");
        return "<details><summary>" + before + " <code>" + html + "</code>" + after + "</summary>\n\n" + content
                + "\n</details>\n";
    }

    /** Ours, and a fold with what is behind it. */
    static String fold(String summary, String content) {
        return "\n<details><summary>" + summary + "</summary>\n\n" + content + "\n</details>\n";
    }

    private static String onOneLine(String raw) {
        return ConsoleText.onOneLine(ConsoleText.neutralised(raw), " ");
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
