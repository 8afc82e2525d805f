package dev.codexrunner.run;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReport.VerdictSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run is told to have come to, beyond its own verdict: what became of its record and of its result. Pure. */
final class ToldVerdict {

    private static final String JUDGED_A_SUCCESS =
            "What the agent did was judged a success; the record of it is not whole.";

    private ToldVerdict() {}

    /**
     * A success that could not be put on record is none, and a runner that was halted ended as that. Everything else that
     * was lost is told besides.
     *
     * @param lost what of the record or of the result is missing, in the order in which it was found
     * @param halted why the runner ends in another way than the run did
     */
    static RunReport of(RunReport judged, List<Failure> lost, Optional<Failure> halted) {
        boolean success = judged.verdict().succeeded();
        Optional<Failure> cause = halted.filter(
                        end -> end.exitCode() != judged.verdict().exitCode())
                .or(() -> success ? lost.stream().findFirst() : Optional.empty());
        List<String> warnings = new ArrayList<>();
        if (cause.isPresent()) {
            warnings.add(
                    success
                            ? JUDGED_A_SUCCESS
                            : "The run had failed before: " + judged.verdict().reason());
        }
        lost.stream()
                .filter(failure -> !cause.equals(Optional.of(failure)))
                .forEach(failure -> warnings.add("The record is not whole. " + failure.reason()));
        return warnings.isEmpty()
                ? judged
                : judged.with(cause.map(Verdict::of).map(VerdictSection::of).orElse(judged.verdict()), warnings);
    }
}
