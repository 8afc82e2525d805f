package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.ChangesView;
import dev.codexrunner.jenkins.result.ChangesView.ChangedFile;
import dev.codexrunner.jenkins.result.FileDiff;

/** The part {@code changes} of report.json. */
final class ChangeFields {

    private ChangeFields() {}

    static ChangesView changes(JsonFields changes) {
        JsonFields diffs = changes.objectOrNone("diffs");
        return new ChangesView(
                changes.numberOr("count", 0),
                changes.numberOr("gated", 0),
                changes.objects("files").stream()
                        .map(file -> new ChangedFile(
                                file.textOr("path", ""),
                                file.textOr("kind", ""),
                                file.flag("gated").orElse(false)))
                        .toList(),
                diffs.objects("files").stream().map(ChangeFields::diff).toList(),
                diffs.numberOr("leftOut", 0));
    }

    private static FileDiff diff(JsonFields diff) {
        return new FileDiff(
                diff.textOr("path", ""),
                diff.textOr("kind", ""),
                diff.numberOr("addedLines", 0),
                diff.numberOr("removedLines", 0),
                diff.textOr("hunks", ""),
                diff.text("note"));
    }
}
