package dev.codexrunner.run;

import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import java.time.Instant;

/**
 * What came of one start of codex.
 *
 * @param transcript of the run so far, this attempt included
 * @param requirements what was asked for, and what of it was missing when codex had ended
 * @param verdict over this attempt alone
 * @param end what a replay needs to come to the same verdict
 */
record AttemptResult(
        Instant startedAt,
        ProcessExit exit,
        Transcript transcript,
        Requirements requirements,
        Verdict verdict,
        RunEnd end) {

    /** The same attempt, of a run that ended otherwise. */
    AttemptResult withVerdict(Verdict other) {
        return new AttemptResult(startedAt, exit, transcript, requirements, other, end);
    }

    /** The same attempt, of a run that changed these files. */
    AttemptResult withChanges(TreeChanges changes) {
        return new AttemptResult(startedAt, exit, transcript, requirements, verdict, end.withChanges(changes));
    }

    /** The same attempt, decided by a failure from outside of codex, for a replay too. */
    AttemptResult failedBy(Failure cause) {
        return new AttemptResult(startedAt, exit, transcript, requirements, Verdict.of(cause), end.withCause(cause));
    }
}
