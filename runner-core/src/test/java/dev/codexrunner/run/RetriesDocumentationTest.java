package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.FailureTexts;
import dev.codexrunner.Repository;
import dev.codexrunner.config.Durations;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetriesDocumentationTest {

    private static final String PAGE = "docs/retries.md";

    /** Ends of the runner's other commands, or of no attempt. */
    private static final Set<FailureKind> NO_ATTEMPT =
            Set.of(FailureKind.SUCCESS, FailureKind.ROTATION_DUE, FailureKind.ROTATION_CONFLICT, FailureKind.FINDINGS);

    @Test
    void docs_retries_is_what_the_table_says() {
        String page = page();
        Repository.updateIfAsked(PAGE, page);
        assertThat(Repository.read(PAGE)).as(Repository.outOfDate(PAGE)).isEqualTo(page);
    }

    @Test
    void no_failure_stands_in_both_tables_and_none_twice() {
        List<String> retried =
                RetryRules.RETRIED.stream().map(rule -> rule.failure().code()).toList();
        assertThat(retried)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(RetryRules.FINAL.keySet().stream()
                        .map(FailureText::code)
                        .toList());
        assertThat(FailureTexts.all().stream().map(FailureText::code)).containsAll(retried);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Retries

                <!-- Generated from dev.codexrunner.run.RetryRules; a test compares it and says how to regenerate it. -->

                codex tries again by itself: a request four times, a stream five times, within seconds. What this page is about
                comes after that: codex has ended without a good end, and the runner starts it once more. `--retries` says how
                often at most (default 1, 0 for never), `--retry-wait` what the waits begin with (default 2s), and `--timeout`
                bounds everything together.

                ## What is tried again

                The first wait is that many times `--retry-wait`; it doubles with each further attempt up to the bound. Half of
                it is certain, the rest by chance, so that a hundred builds that failed together don't come back together.

                | exit code | failure | at most | first wait | longest wait | why |
                | --- | --- | --- | --- | --- | --- |
                """);
        RetryRules.RETRIED.forEach(
                rule -> page.append("| %d `%s` | [`%s`](troubleshooting.md#%s) | %d | %d x | %s | %s |\n"
                        .formatted(
                                rule.failure().kind().exitCode(),
                                rule.failure().kind().wireName(),
                                rule.failure().code(),
                                rule.failure().code(),
                                rule.atMost(),
                                rule.waits(),
                                Durations.format(rule.longest()),
                                rule.why())));
        page.append("""

                Where the service's message names a time ("try again in 1.898s", `retry_after`), the runner waits at least that
                long. A time of day ("try again at 10:26 PM") is later than a run waits: the run ends and tells it. So does a wait
                that does not fit into what is left of `--timeout`, at once. (codex keeps the header `Retry-After` of a 429 to itself.)

                ## Resumed, or started over

                - Where the model had answered, the same thread goes on in the same CODEX_HOME: `codex exec ... resume THREAD -`, with
                  the sandbox and every other bound said again before the word `resume`, since a resumed thread inherits none. The
                  agent keeps its history. It is told: "%s"
                - Where the model had not answered yet there is nothing to go on with, and the task is given from its beginning.
                - Where the thread can't be resumed (codex named none, or left no record of it), the run ends where the
                  model had answered: starting over could do work twice. (Whether it had, the rollout file is asked too: codex 0.169.0
                  now and then drops both events of a command that ends within milliseconds.)
                - The verdict is that of the last attempt; `--require` and `--output-schema` are checked on it. Commands and changes
                  of all attempts are in the report, and a command that ran when the stream was lost has no end in it.
                - `--max-tokens` holds over all attempts together. Where it isn't known what an attempt used, no further one is made.
                - A signal in the wait ends the run at once with 128 + n.

                ## What is not tried again

                | exit code | what | why |
                | --- | --- | --- |
                """.formatted(AttemptPlan.CONTINUE));
        RetryRules.FINAL.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(
                                (FailureText text) -> text.kind().exitCode())
                        .thenComparing(FailureText::code)))
                .forEach(entry -> page.append("| %s | [`%s`](troubleshooting.md#%s) | %s |\n"
                        .formatted(
                                exitCode(entry.getKey().kind()),
                                entry.getKey().code(),
                                entry.getKey().code(),
                                entry.getValue())));
        for (FailureKind kind : FailureKind.values()) {
            if (!NO_ATTEMPT.contains(kind)) {
                page.append("| %s | all other `%s` | %s |\n"
                        .formatted(exitCode(kind), kind.wireName(), RetryRules.whyFinal(kind)));
            }
        }
        return page.append("""

                ## In the report

                `codex.attempts` lists each start of codex: when, after which wait, which thread, resumed or not, how it ended, why it
                was tried again or why not, and what it used. codex counts tokens by thread and never stops adding: `usage` is the sum
                over this run's attempts, `threadUsage` that of the last thread since its beginning. What a failed turn used comes from
                codex's rollout file; a codex that is killed while a command runs forgets its last call in its own count, the rollout
                file doesn't, and neither does the report. `attempts.jsonl` keeps all this for `replay`.
                """).toString();
    }

    private static String exitCode(FailureKind kind) {
        return kind == FailureKind.CANCELLED ? "128 + n" : Integer.toString(kind.exitCode());
    }
}
