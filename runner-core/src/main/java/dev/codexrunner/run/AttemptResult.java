package dev.codexrunner.run;

import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one start of codex.
 *
 * @param threadId the thread that it named
 * @param transcript of the run so far, this attempt included
 * @param requirements what was asked for, and what of it was missing when codex had ended
 * @param verdict over this attempt alone
 * @param answers how many things the model said or asked for in this attempt, by the rollout file
 * @param usage of this attempt alone
 * @param end what a replay needs to come to the same verdict
 */
record AttemptResult(
        ProcessExit exit,
        Optional<String> threadId,
        Transcript transcript,
        Requirements requirements,
        Verdict verdict,
        long answers,
        AttemptUsage usage,
        RunEnd end) {

    /** The same attempt, of a run that ended otherwise. */
    AttemptResult withVerdict(Verdict other) {
        return new AttemptResult(exit, threadId, transcript, requirements, other, answers, usage, end);
    }

    /** As the record has it. */
    RecordedAttempt.End recorded(RetryDecision decision) {
        return new RecordedAttempt.End(
                end.endedAt(),
                exit.duration().toMillis(),
                threadId,
                OptionalInt.of(exit.exitCode()),
                exit.signal(),
                verdict.kind().wireName(),
                verdict.code(),
                verdict.reason(),
                decision instanceof RetryDecision.Again,
                decision.why(),
                usage.own(),
                usage.thread());
    }
}
