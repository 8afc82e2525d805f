package dev.codexrunner.report.html;

import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.FileDiff;
import dev.codexrunner.changes.FileDiffs;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.html.Page.Changes;
import dev.codexrunner.report.html.Page.Diff;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The changed files, with their diffs where there are any; where nobody looked, what codex told of. */
final class ChangeList {

    /** Diffs of so many lines in all are unfolded at once. */
    private static final int OPEN_LINES = 150;

    /** The rest is folded away. */
    private static final int SHOWN = 25;

    private static final int SHOWN_WITHOUT_DIFF = 10;

    private ChangeList() {}

    static Optional<Changes> of(RunReport report) {
        return report.changes()
                .map(ChangeList::found)
                .or(() -> told(report.items().fileChanges()))
                .filter(changes -> !changes.files().isEmpty());
    }

    private static Changes found(TreeChanges changes) {
        List<FileDiff> diffs = changes.diffs().map(FileDiffs::files).orElse(List.of());
        int[] open = {OPEN_LINES};
        List<Diff> files = IntStream.range(0, changes.files().size())
                .mapToObj(i -> diff(changes.files().get(i), diffAt(i, changes, diffs), open))
                .toList();
        String gated = changes.gated() > 0 ? ", " + changes.gated() + " of them run by later steps" : "";
        String more =
                changes.listedWhole() ? "" : " The first " + changes.files().size() + " are listed.";
        return Changes.of(
                Figures.number(changes.count()) + (changes.count() == 1 ? " file" : " files") + gated
                        + ", found by comparing all files with what they were before the run." + more,
                files,
                SHOWN);
    }

    /** By their places: masked or cut, the paths of two files can read the same. */
    private static Optional<FileDiff> diffAt(int place, TreeChanges changes, List<FileDiff> diffs) {
        String path = changes.files().get(place).path();
        return diffs.stream()
                .skip(place)
                .limit(1)
                .filter(diff -> diff.path().equals(path))
                .findFirst();
    }

    private static Diff diff(ChangedPath file, Optional<FileDiff> diff, int[] openLines) {
        String hunks = diff.map(FileDiff::hunks).orElse("");
        List<Page.DiffLine> lines = DiffLines.of(hunks);
        boolean open = !lines.isEmpty() && lines.size() <= openLines[0];
        openLines[0] -= open ? lines.size() : 0;
        return new Diff(
                file.path(),
                WireName.of(file.kind()),
                file.gated(),
                diff.filter(known -> known.addedLines() > 0)
                        .map(known -> "+" + Figures.number(known.addedLines()))
                        .orElse(""),
                diff.filter(known -> known.removedLines() > 0)
                        .map(known -> "\u2212" + Figures.number(known.removedLines()))
                        .orElse(""),
                open,
                lines,
                diff.isPresent() ? diff.flatMap(FileDiff::note) : Optional.of("No diff of it was made."));
    }

    private static Optional<Changes> told(List<RunReport.FileChange> files) {
        return Optional.of(Changes.of(
                "As codex tells it: the files were not compared, so there are no diffs.",
                files.stream()
                        .map(file -> new Diff(
                                file.path(),
                                file.kind(),
                                false,
                                "",
                                "",
                                false,
                                List.of(),
                                file.status().equals("completed")
                                        ? Optional.empty()
                                        : Optional.of(
                                                "Its patch: " + file.status().replace('_', ' ') + ".")))
                        .toList(),
                SHOWN_WITHOUT_DIFF));
    }
}
