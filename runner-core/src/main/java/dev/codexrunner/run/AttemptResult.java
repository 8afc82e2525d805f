package dev.codexrunner.run;

import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.launch.ProcessExit;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Verdict;
import java.time.Instant;

/**
 * What came of one start of codex.
 *
 * @param transcript of the run so far, this attempt included
 * @param verdict over this attempt alone
 * @param end what a replay needs to come to the same verdict
 */
record AttemptResult(Instant startedAt, ProcessExit exit, Transcript transcript, Verdict verdict, RunEnd end) {}
