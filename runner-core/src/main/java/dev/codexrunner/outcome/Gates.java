package dev.codexrunner.outcome;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.Transcript.Command;
import dev.codexrunner.outcome.Transcript.FinalMessage;
import java.util.Optional;

/** What stands between a completed turn and a success. */
final class Gates {

    private Gates() {}

    static Optional<Failure> firstClosed(Transcript transcript, StderrSummary stderr, Requirements requirements) {
        return transcript.errors().stream()
                .flatMap(remark -> PolicyFallback.of(remark).stream())
                .findFirst()
                .or(() -> requirements.schema().flatMap(schema -> output(transcript, schema)))
                .or(() -> missing(requirements))
                .or(() -> failOn(transcript, stderr, requirements));
    }

    private static Optional<Failure> output(Transcript transcript, OutputSchema schema) {
        Optional<FinalMessage> message = transcript.finalMessage();
        if (message.isEmpty()) {
            return Optional.of(OutputFailure.OUTPUT_MISSING.with());
        }
        if (message.get().truncated()) {
            return Optional.of(OutputFailure.OUTPUT_TOO_LONG.with(message.get().length()));
        }
        OutputCheck check = schema.check(message.get().text());
        if (check.notJson().isPresent()) {
            return Optional.of(
                    OutputFailure.OUTPUT_NOT_JSON.with(check.notJson().get()));
        }
        return check.valid()
                ? Optional.empty()
                : Optional.of(OutputFailure.OUTPUT_BREAKS_SCHEMA.with(String.join("; ", check.violations())));
    }

    private static Optional<Failure> missing(Requirements requirements) {
        return requirements.missingOutputs().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        OutputFailure.REQUIRED_OUTPUT_MISSING.with(String.join(" ", requirements.missingOutputs())));
    }

    private static Optional<Failure> failOn(Transcript transcript, StderrSummary stderr, Requirements requirements) {
        TranscriptCounts counts = transcript.counts();
        long gaps = counts.eventGaps() + counts.malformedLines() + counts.oversizedLines();
        return seen(requirements, FailOn.EVENT_GAP, OutputFailure.EVENT_GAP, gaps, "")
                .or(() -> seen(
                        requirements,
                        FailOn.PATCH_FAILED,
                        OutputFailure.PATCH_FAILED,
                        counts.patchesFailed() + stderr.patchesFailed(),
                        ""))
                .or(() -> seen(
                        requirements,
                        FailOn.DECLINED,
                        OutputFailure.DECLINED,
                        counts.declined() + stderr.declined(),
                        ""))
                .or(() -> seen(
                        requirements,
                        FailOn.COMMAND_FAILED,
                        OutputFailure.COMMAND_FAILED,
                        counts.commandsFailed(),
                        firstFailed(transcript)));
    }

    private static Optional<Failure> seen(
            Requirements requirements, FailOn on, OutputFailure failure, long count, String detail) {
        return requirements.failOn().contains(on) && count > 0
                ? Optional.of(failure.with(count, detail))
                : Optional.empty();
    }

    private static String firstFailed(Transcript transcript) {
        return transcript.commands().stream()
                .filter(command -> command.status() == ItemStatus.FAILED
                        || command.exitCode().orElse(0) != 0)
                .findFirst()
                .map(Command::command)
                .map(CauseRules::oneLine)
                .orElse("one of those no longer listed");
    }
}
