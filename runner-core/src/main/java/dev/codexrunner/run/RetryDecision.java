package dev.codexrunner.run;

import dev.codexrunner.outcome.RetryAdvice;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptCounts;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.transport.RetrySchedule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whether an attempt is followed by another one, and how; each with its reason for the report. Pure but for chance. */
sealed interface RetryDecision {

    /** The reason, as a sentence; empty after a success. */
    String why();

    /**
     * Another attempt.
     *
     * @param thread the thread that it goes on with; empty: it starts over
     * @param pause before it
     */
    record Again(Optional<String> thread, Duration pause, String why) implements RetryDecision {}

    /** The verdict stands. */
    record Final(String why) implements RetryDecision {}

    /**
     * An attempt that ended, with what the run has come to.
     *
     * @param transcript of the whole run so far
     * @param answered whether the model said or asked for anything in this run, by the stream or by the rollout file
     * @param thread the thread that can be gone on with, else why there is none
     * @param reasonsBefore codes of the failures that this run was tried again for
     */
    record Attempt(
            Verdict verdict,
            Transcript transcript,
            boolean answered,
            ResumableThread thread,
            List<String> reasonsBefore) {

        public Attempt {
            reasonsBefore = List.copyOf(reasonsBefore);
        }

        private RetryAdvice advice() {
            return transcript
                    .turnFailure()
                    .or(transcript::lastStreamError)
                    .map(RetryAdvice::of)
                    .orElse(RetryAdvice.NONE);
        }
    }

    /**
     * @param retries how many further attempts the user allows
     * @param firstWait {@code --retry-wait}
     * @param timeLeft of the overall timeout
     * @param tokensForbid why the token budget allows no further attempt, where it doesn't
     */
    record Bounds(int retries, Duration firstWait, Duration timeLeft, Optional<String> tokensForbid) {}

    static RetryDecision of(Attempt attempt, Bounds bounds, RandomGenerator random) {
        Verdict verdict = attempt.verdict();
        if (verdict.isSuccess()) {
            return new Final("");
        }
        Optional<RetryRule> rule = RetryRules.of(verdict.code());
        if (rule.isEmpty()) {
            String asked = attempt.advice()
                    .at()
                    .map(time -> " codex said: try again at " + time + ".")
                    .orElse("");
            return new Final(RetryRules.whyFinal(verdict.kind(), verdict.code()) + asked);
        }
        return forbidden(attempt, rule.get(), bounds)
                .<RetryDecision>map(Final::new)
                .orElseGet(() -> again(attempt, rule.get(), bounds, random));
    }

    private static Optional<String> forbidden(Attempt attempt, RetryRule rule, Bounds bounds) {
        int made = attempt.reasonsBefore().size();
        if (attempt.transcript().turn() == Transcript.TurnState.COMPLETED) {
            return Optional.of("The turn was complete: another attempt would do the work twice.");
        }
        if (bounds.retries() == 0) {
            return Optional.of("--retries 0 allows no further attempt.");
        }
        if (made >= bounds.retries()) {
            return Optional.of("The further attempts that --retries allows are used up (" + made + ").");
        }
        long same = attempt.reasonsBefore().stream()
                .filter(code -> code.equals(rule.failure().code()))
                .count();
        if (same >= rule.atMost()) {
            return Optional.of(
                    "It was tried again for this reason before (" + same + "), and that is enough. " + rule.why());
        }
        Optional<String> time = attempt.advice().at();
        if (time.isPresent()) {
            return Optional.of("The service said to try again at " + time.get() + ", later than a run waits.");
        }
        return bounds.tokensForbid();
    }

    private static RetryDecision again(Attempt attempt, RetryRule rule, Bounds bounds, RandomGenerator random) {
        if (attempt.answered() && attempt.thread().id().isEmpty()) {
            return new Final(
                    "The agent had begun to work, so that starting over could do it twice, and its thread can't"
                            + " be resumed: " + attempt.thread().whyNot());
        }
        Duration wait = waitBefore(attempt, rule, bounds, random);
        if (bounds.timeLeft().compareTo(wait) <= 0) {
            return new Final("The wait of " + seconds(wait) + " before it does not fit into the "
                    + seconds(bounds.timeLeft()) + " that are left of --timeout.");
        }
        return new Again(attempt.answered() ? attempt.thread().id() : Optional.empty(), wait, rule.why());
    }

    /** The growing wait of the rule, or what the service asks for where that is longer. */
    private static Duration waitBefore(Attempt attempt, RetryRule rule, Bounds bounds, RandomGenerator random) {
        Duration first = bounds.firstWait().multipliedBy(rule.waits());
        Duration longest = first.compareTo(rule.longest()) > 0 ? first : rule.longest();
        int number = attempt.reasonsBefore().size() + 1;
        Duration own = new RetrySchedule(number + 1, first, longest, bounds.timeLeft()).delayAfter(number, random);
        return attempt.advice().in().filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }

    /** Whether the stream tells of anything that the model said or asked for. */
    static boolean tellsOfAnswers(Transcript transcript) {
        TranscriptCounts counts = transcript.counts();
        long told =
                counts.agentMessages() + counts.commands() + counts.patches() + counts.toolCalls() + counts.searches();
        return told > 0 || !transcript.todo().isEmpty();
    }

    /** As people read it: {@code 1.9 s}. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
