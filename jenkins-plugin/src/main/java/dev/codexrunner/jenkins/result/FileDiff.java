package dev.codexrunner.jenkins.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed in a file.
 *
 * @param kind added, modified, deleted, replaced or permissions
 * @param addedLines also where they aren't shown; so {@code removedLines}
 * @param hunks as in a unified diff; empty where nothing is shown
 * @param note why nothing is shown, or what was left out
 */
public record FileDiff(
        String path, String kind, long addedLines, long removedLines, String hunks, Optional<String> note) {

    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,9})(?:,\\d+)? \\+(\\d{1,9})(?:,\\d+)? @@.*", Pattern.DOTALL);

    /** What a line of a diff is. */
    public enum LineKind {
        HUNK,
        ADDED,
        REMOVED,
        SAME,
        /** Such as the mark of a missing line end. */
        REMARK
    }

    /** A line without its sign, with its numbers in the old file and the new one. */
    public record Line(LineKind kind, String text, OptionalInt oldNumber, OptionalInt newNumber) {}

    /** The hunks line by line. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int oldNumber = 1;
        int newNumber = 1;
        for (String line : hunks.isEmpty() ? List.<String>of() : List.of(hunks.split("\n", -1))) {
            Matcher hunk = HUNK.matcher(line);
            String text = line.isEmpty() ? "" : line.substring(1);
            if (hunk.matches()) {
                oldNumber = Integer.parseInt(hunk.group(1));
                newNumber = Integer.parseInt(hunk.group(2));
                lines.add(new Line(LineKind.HUNK, line, OptionalInt.empty(), OptionalInt.empty()));
            } else if (line.startsWith("+")) {
                lines.add(new Line(LineKind.ADDED, text, OptionalInt.empty(), OptionalInt.of(newNumber++)));
            } else if (line.startsWith("-")) {
                lines.add(new Line(LineKind.REMOVED, text, OptionalInt.of(oldNumber++), OptionalInt.empty()));
            } else if (line.startsWith(" ")) {
                lines.add(new Line(LineKind.SAME, text, OptionalInt.of(oldNumber++), OptionalInt.of(newNumber++)));
            } else if (!line.isEmpty()) {
                lines.add(new Line(LineKind.REMARK, line, OptionalInt.empty(), OptionalInt.empty()));
            }
        }
        return List.copyOf(lines);
    }
}
