package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.ChangesView;
import dev.codexrunner.jenkins.result.ChangesView.ChangedFile;
import dev.codexrunner.jenkins.result.FileDiff;
import dev.codexrunner.jenkins.result.FileDiff.LineKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Changed files with their diffs, bounded in files and in lines. */
final class DiffEntries {

    static final int MOST_FILES = 200;

    private static final int MOST_LINES_OF_FILE = 400;
    private static final int MOST_LINES = 4_000;
    private static final int LONGEST_LINE = 500;

    private int lines;

    private DiffEntries() {}

    static List<DiffEntry> of(ChangesView changes) {
        Map<String, FileDiff> diffs = new HashMap<>();
        changes.diffs().forEach(diff -> diffs.put(diff.path(), diff));
        DiffEntries entries = new DiffEntries();
        return changes.files().stream()
                .limit(MOST_FILES)
                .map(file -> entries.entry(file, diffs.get(file.path())))
                .toList();
    }

    private DiffEntry entry(ChangedFile file, @Nullable FileDiff diff) {
        String path = ShownText.line(file.path(), LONGEST_LINE);
        String change = Labels.change(file.kind());
        if (diff == null) {
            return new DiffEntry(path, change, file.gated(), "", List.of(), "");
        }
        List<FileDiff.Line> all = diff.lines();
        int room = Math.max(0, Math.min(MOST_LINES_OF_FILE, MOST_LINES - lines));
        List<DiffEntry.Line> shown = new ArrayList<>();
        all.stream().limit(room).forEach(line -> shown.add(line(line)));
        lines += shown.size();
        String note =
                diff.note().map(text -> ShownText.line(text, LONGEST_LINE)).orElse("");
        if (all.size() > shown.size()) {
            note = (note.isEmpty() ? "" : note + " ") + Messages.DiffEntries_leftOut(all.size() - shown.size());
        }
        String figures = diff.addedLines() + diff.removedLines() == 0
                ? ""
                : "+" + Labels.number(diff.addedLines()) + " \u2212" + Labels.number(diff.removedLines());
        return new DiffEntry(path, change, file.gated(), figures, shown, note);
    }

    private static DiffEntry.Line line(FileDiff.Line line) {
        return new DiffEntry.Line(
                line.kind().name().toLowerCase(Locale.ROOT),
                number(line.newNumber().isPresent() ? line.newNumber() : line.oldNumber()),
                line.kind() == LineKind.ADDED ? "+" : line.kind() == LineKind.REMOVED ? "-" : " ",
                ShownText.cut(line.text(), LONGEST_LINE));
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }
}
