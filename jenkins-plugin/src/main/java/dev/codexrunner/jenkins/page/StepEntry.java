package dev.codexrunner.jenkins.page;

import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Something that the agent did, as the timeline shows it. Texts are harmless, not yet escaped.
 *
 * @param sort command, patch, tool, search, message or thought
 * @param title in a line
 * @param outcome how it went in a few words; empty where that goes without saying
 * @param took how long, in words; {@code began} when, from the run's beginning
 * @param blocks what is unfolded
 */
@Restricted(NoExternalUse.class)
public record StepEntry(
        String sort,
        String label,
        String title,
        String outcome,
        boolean failed,
        String began,
        String took,
        List<Block> blocks) {

    public StepEntry {
        blocks = List.copyOf(blocks);
    }

    /** @param note what was left out of it; empty where nothing was */
    public record Block(String label, String text, String note) {}

    public String icon() {
        return switch (sort) {
            case "command" -> "symbol-terminal";
            case "patch" -> "symbol-changes";
            case "tool" -> "symbol-plugins";
            case "search" -> "symbol-search";
            case "thought" -> "symbol-ellipse";
            default -> "symbol-person";
        };
    }

    public boolean folds() {
        return !blocks.isEmpty();
    }
}
