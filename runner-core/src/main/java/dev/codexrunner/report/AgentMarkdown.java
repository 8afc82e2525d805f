package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agent's Markdown, written anew: lists, headings, emphasis and code stay, since messages read badly without them; all
 * else is text. Nothing of the agent's own markup is passed on, so there is no link, picture, HTML, mention or diagram.
 */
final class AgentMarkdown {

    /** So many lines are shown; the others open with a click. */
    private static final int SHOWN_LINES = 25;

    private static final Pattern FENCE = Pattern.compile("\\s{0,8}(`{3,}+|~{3,}+)[^`]*+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern ANY_MARK = Pattern.compile("[`*]++");

    private AgentMarkdown() {}

    /** The text as a reader of {@link #quote} has it before them: without those marks that make emphasis and code. */
    static String seen(String raw) {
        return String.join("\n", blocks(ConsoleText.neutralised(raw), AgentLine::seen, code -> code));
    }

    /** Without marks even where they come in no pairs: of a text that was shortened others do, and elsewhere others count. */
    static String withoutMarks(String raw) {
        return ANY_MARK.matcher(raw).replaceAll("");
    }

    /** Without the backslashes that keep a character from being a mark: a reader of the raw text knows what they mean. */
    static String unescaped(String raw) {
        return ESCAPED.matcher(raw).replaceAll("$1");
    }

    /** A quotation; of a long one the most part is folded. */
    static String quote(String raw) {
        List<String> blocks =
                blocks(ConsoleText.neutralised(raw).strip(), AgentLine::markdown, code -> "\n" + Markdown.block(code));
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
    private static List<String> blocks(String text, Function<AgentLine, String> ofLine, UnaryOperator<String> ofCode) {
        List<String> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                List<String> code = new ArrayList<>();
                while (++i < lines.size() && !closes(lines.get(i), fence.group(1))) {
                    code.add(lines.get(i));
                }
                blocks.add(ofCode.apply(String.join("\n", code)));
            } else {
                blocks.add(ofLine.apply(AgentLine.of(lines.get(i))));
            }
        }
        return blocks;
    }

    private static boolean closes(String line, String fence) {
        String stripped = line.strip();
        return stripped.startsWith(fence) && stripped.chars().allMatch(c -> c == fence.charAt(0));
    }
}
