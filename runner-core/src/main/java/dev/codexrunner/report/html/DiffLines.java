package dev.codexrunner.report.html;

import dev.codexrunner.report.html.Page.DiffLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a unified diff, each with its numbers in the old and the new file. */
final class DiffLines {

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d{1,9})(?:,\\d+)? \\+(\\d{1,9})(?:,\\d+)? @@.*");

    private int old;
    private int fresh;

    private DiffLines() {}

    static List<DiffLine> of(String hunks) {
        if (hunks.isEmpty()) {
            return List.of();
        }
        DiffLines numbered = new DiffLines();
        List<DiffLine> lines = new ArrayList<>();
        // On \n alone: a carriage return within a line is shown, and breaks none.
        for (String line : hunks.split("\n", -1)) {
            lines.add(numbered.line(line));
        }
        return lines;
    }

    private DiffLine line(String line) {
        Matcher hunk = HUNK.matcher(line);
        if (hunk.matches()) {
            old = Integer.parseInt(hunk.group(1));
            fresh = Integer.parseInt(hunk.group(2));
            return new DiffLine("", "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(line));
        }
        if (line.startsWith("+")) {
            return new DiffLine(
                    "",
                    String.valueOf(fresh++),
                    Optional.of(line),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (line.startsWith("-")) {
            return new DiffLine(
                    String.valueOf(old++), "", Optional.empty(), Optional.of(line), Optional.empty(), Optional.empty());
        }
        if (line.startsWith("\\")) {
            return new DiffLine("", "", Optional.empty(), Optional.empty(), Optional.of(line), Optional.empty());
        }
        return new DiffLine(
                String.valueOf(old++),
                String.valueOf(fresh++),
                Optional.empty(),
                Optional.empty(),
                Optional.of(line),
                Optional.empty());
    }
}
