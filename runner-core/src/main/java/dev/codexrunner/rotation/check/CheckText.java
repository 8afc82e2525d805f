package dev.codexrunner.rotation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The check as standard output shows it to people. */
final class CheckText implements CheckFormat {

    private static final int GRADE_WIDTH = 8;
    private static final int ASPECT_WIDTH = 10;
    private static final String INDENT = " ".repeat(2 + GRADE_WIDTH + ASPECT_WIDTH);

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String render(CheckDocument document, Optional<String> before) {
        return of(document);
    }

    /** Each path with its findings below it, cause and fix below each that is not well, and a line with the count. */
    static String of(CheckDocument document) {
        List<String> lines = new ArrayList<>();
        for (CheckDocument.PathSection path : document.paths()) {
            lines.add(path.path());
            path.findings().forEach(finding -> add(finding, lines));
        }
        lines.add(count(document));
        return String.join("\n", lines) + "\n";
    }

    private static void add(CheckDocument.FindingLine finding, List<String> lines) {
        lines.add("  " + padded(grade(finding.grade()), GRADE_WIDTH)
                + padded(finding.aspect().wireName(), ASPECT_WIDTH) + finding.detail());
        finding.why().ifPresent(why -> lines.add(INDENT + "why: " + why));
        finding.fix()
                .ifPresent(fix ->
                        lines.add(INDENT + "fix: " + fix + " [" + finding.code().orElse("") + "]"));
        finding.next()
                .ifPresent(step -> lines.add(INDENT + "next: " + step.text()
                        + step.link().map(link -> " " + link).orElse("")));
    }

    private static String count(CheckDocument document) {
        int paths = document.paths().size();
        return String.format(
                Locale.ROOT,
                "%d %s: %d ok, %d with a warning, %d due, %d failed (exit %d)",
                paths,
                paths == 1 ? "path" : "paths",
                document.count(Grade.OK),
                document.count(Grade.WARN),
                document.count(Grade.DUE),
                document.count(Grade.FAILED),
                document.exitCode());
    }

    /** What a person has to do something about is to catch the eye. */
    private static String grade(Grade grade) {
        return grade.compareTo(Grade.DUE) >= 0 ? grade.name() : grade.wireName();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
