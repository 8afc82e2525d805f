package dev.codexrunner.jenkins.page;

import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A changed file, as the page shows it. Texts are harmless, not yet escaped.
 *
 * @param gated whether later steps run or obey it by its name
 * @param figures lines added and removed, in words
 * @param note why lines aren't there
 */
@Restricted(NoExternalUse.class)
public record DiffEntry(String path, String change, boolean gated, String figures, List<Line> lines, String note) {

    public DiffEntry {
        lines = List.copyOf(lines);
    }

    /** @param sort hunk, added, removed, same or remark */
    public record Line(String sort, String number, String sign, String text) {}

    public boolean folds() {
        return !lines.isEmpty();
    }
}
