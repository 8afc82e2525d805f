package dev.codexrunner.report.html;

import dev.codexrunner.outcome.TranscriptCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many steps a run had, where its record keeps only some of them. */
final class StepTotals {

    private StepTotals() {}

    /** Of one kind: all of them, or how many of how many are on the page. */
    static String of(StepKind kind, long shown, TranscriptCounts counts) {
        long all = Math.max(shown, all(kind, shown, counts));
        return all == shown ? Figures.number(shown) : Figures.number(shown) + " of " + Figures.number(all);
    }

    private static long all(StepKind kind, long shown, TranscriptCounts counts) {
        if (counts.dropped() == 0) {
            // Patches that only stderr told of are counted, too, and are no step.
            return shown;
        }
        return switch (kind) {
            case MESSAGE -> counts.agentMessages();
            case REASONING -> shown;
            case COMMAND -> counts.commands();
            case PATCH -> counts.patches();
            case CALL -> counts.toolCalls();
            case SEARCH -> counts.searches();
        };
    }

    /** Of which steps a ranking or a drawing tells; empty where it is all of them. */
    static Optional<String> kept(List<PlacedStep> steps, TranscriptCounts counts) {
        if (counts.dropped() == 0) {
            return Optional.empty();
        }
        String some = Arrays.stream(StepKind.values())
                .flatMap(kind -> kept(kind, steps, counts).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(some.isEmpty() ? "the steps kept" : some);
    }

    private static Optional<String> kept(StepKind kind, List<PlacedStep> steps, TranscriptCounts counts) {
        long shown = steps.stream().filter(step -> step.kind() == kind).count();
        long all = all(kind, shown, counts);
        return shown == 0 || all <= shown
                ? Optional.empty()
                : Optional.of(
                        "the " + Figures.number(shown) + " " + kind.several() + " kept of " + Figures.number(all));
    }

    /** In words: how many there are, how many failed, and what is not on the page. */
    static String note(long shown, long failed, TranscriptCounts counts) {
        String steps = Figures.number(shown) + (shown == 1 ? " step" : " steps");
        if (counts.dropped() == 0) {
            return steps + (failed > 0 ? ", " + Figures.number(failed) + " failed." : ".");
        }
        long allFailed =
                counts.commandsFailed() + counts.patchesFailed() + counts.toolCallsFailed() + counts.declined();
        return steps + " are shown, " + Figures.number(failed) + " of them failed"
                + (allFailed > failed ? "; in the whole run " + Figures.number(allFailed) + " failed. " : ". ")
                + Figures.number(counts.dropped())
                + " more entries were only counted: of each kind those that failed are kept first. events.jsonl has all.";
    }
}
