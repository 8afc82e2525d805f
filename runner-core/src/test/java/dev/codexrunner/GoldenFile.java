package dev.codexrunner;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.regex.Pattern;

/** Compares what is rendered with what is committed. A difference is told by its file and its first lines, not by whole pages. */
public final class GoldenFile {

    private static final int MOST_LINES = 4;
    private static final int WIDTH = 160;
    private static final int BEFORE = 60;

    private static final Pattern STYLE = Pattern.compile("(?s)(<style>).*?(</style>)");
    private static final Pattern SCRIPT = Pattern.compile("(?s)(<script>).*?(</script>)");
    private static final Pattern DIGEST = Pattern.compile("sha256-[\\w+/=]+");

    /** All of them at once. */
    private static final String REGENERATE = "mvn -q -o -pl runner-core -am test '-Dtest=Golden*Test'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dupdate";

    private GoldenFile() {}

    /** Writes it where {@code -Dupdate} is given; compares in either case. */
    public static void holds(String path, String text) {
        Repository.updateIfAsked(path, text);
        String committed = Repository.read(path);
        if (!committed.equals(text)) {
            fail(difference(path, committed, text));
        }
    }

    /** The page without its style and script: they are files of their own, and the same in every page. */
    public static String withoutStyleAndScript(String page) {
        String bare = STYLE.matcher(page).replaceAll("$1$2");
        bare = SCRIPT.matcher(bare).replaceAll("$1$2");
        return DIGEST.matcher(bare).replaceAll("sha256-DIGEST");
    }

    static String difference(String path, String committed, String now) {
        List<String> before = committed.lines().toList();
        List<String> after = now.lines().toList();
        int first = 0;
        while (first < Math.min(before.size(), after.size())
                && before.get(first).equals(after.get(first))) {
            first++;
        }
        StringBuilder text = new StringBuilder(path)
                .append(committed.isEmpty() ? " is not there yet." : " is another now, from line " + (first + 1) + ":")
                .append('\n');
        int from = firstDifference(lineAt(before, first), lineAt(after, first));
        lines(text, "- ", before, first, from);
        lines(text, "+ ", after, first, from);
        return text.append("If that is meant, regenerate it and read the diff: ")
                .append(REGENERATE)
                .toString();
    }

    private static void lines(StringBuilder text, String mark, List<String> lines, int first, int from) {
        lines.stream()
                .skip(first)
                .limit(MOST_LINES)
                .forEach(line -> text.append(mark).append(around(line, from)).append('\n'));
    }

    private static String around(String line, int from) {
        int start = Math.min(line.length(), Math.max(0, from - BEFORE));
        int end = Math.min(line.length(), start + WIDTH);
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }

    private static String lineAt(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
