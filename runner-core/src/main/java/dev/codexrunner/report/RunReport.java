package dev.codexrunner.report;

import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.Occurrence;
import dev.codexrunner.outcome.TranscriptCounts;
import dev.codexrunner.outcome.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * report.json, field by field; {@code contract/report.schema.json} describes each. What isn't known is empty here and
 * {@code null} there.
 *
 * @param trust whose word the run took
 * @param usage tokens of this run alone
 * @param threadUsage tokens of the whole thread, earlier runs included
 * @param structuredOutput the final message read as JSON, where a schema was given and holds: maps, lists, plain values
 * @param changes what files the run has really changed; empty where nobody looked
 * @param checks what was asked for beyond a completed turn
 */
public record RunReport(
        int schemaVersion,
        Run run,
        VerdictSection verdict,
        Codex codex,
        Credential credential,
        TrustFacts trust,
        Optional<Tokens> usage,
        Optional<Tokens> threadUsage,
        Optional<String> finalMessage,
        Optional<Object> structuredOutput,
        List<Check> checks,
        Items items,
        Optional<TreeChanges> changes,
        TranscriptCounts counts,
        List<String> warnings) {

    /** Raised whenever a reader of the former version would be misled. */
    public static final int SCHEMA_VERSION = 1;

    public RunReport {
        checks = List.copyOf(checks);
        warnings = List.copyOf(warnings);
    }

    /**
     * The same run with another end, as it shows from outside.
     *
     * @param more warnings beyond those that are there
     */
    public RunReport with(VerdictSection other, List<String> more) {
        return new RunReport(
                schemaVersion,
                run,
                other,
                codex,
                credential,
                trust,
                usage,
                threadUsage,
                finalMessage,
                structuredOutput,
                checks,
                items,
                changes,
                counts,
                Stream.concat(warnings.stream(), more.stream()).distinct().toList());
    }

    /** Not in a replay of a stream without attempts.jsonl: somebody must have started codex, nobody knows how often. */
    public boolean attemptsKnown() {
        return !codex.attempts().isEmpty() || counts.lines() == 0;
    }

    /** Of an item's status: one that was refused was not done either, and one that nobody saw end did not go wrong. */
    private static boolean wentWrong(String status) {
        return status.equals("failed") || status.equals("declined");
    }

    /**
     * @param name of the job that it is a run of, where one was given
     * @param startedAt in a replay without run.json the same as {@code endedAt}
     * @param endedAt in a replay without exit.json the moment of the replay
     * @param durationMs from start to end in milliseconds; empty in a replay that lacks one of the two
     * @param firstEventMs from the start to codex's first event in milliseconds; empty where none came
     */
    public record Run(
            String id,
            Optional<String> name,
            Instant startedAt,
            Instant endedAt,
            OptionalLong durationMs,
            OptionalLong firstEventMs,
            String runnerVersion,
            String host) {

        /** Not in a replay without run.json: {@code startedAt} is then only there to sort by. */
        public boolean startKnown() {
            return endKnown() || !startedAt.equals(endedAt);
        }

        /** Not in a replay of a record that lacks its beginning or its end. */
        public boolean endKnown() {
            return durationMs.isPresent();
        }
    }

    /**
     * @param status {@code success} or {@code failure}
     * @param kind one of the kinds in exit-codes.json
     * @param code the failure's stable name, the anchor in docs/troubleshooting.md
     */
    public record VerdictSection(
            String status, String kind, String code, int exitCode, String reason, String fix, boolean retryable) {

        public static VerdictSection of(Verdict verdict) {
            return new VerdictSection(
                    verdict.status(),
                    verdict.kind().wireName(),
                    verdict.code(),
                    verdict.exitCode(),
                    verdict.reason(),
                    verdict.fix(),
                    verdict.retryable());
        }

        /** Not called {@code isSuccess}: report.json would have it as a field. */
        public boolean succeeded() {
            return status.equals("success");
        }
    }

    /**
     * @param exitCode codex's own, 128 plus n for a signal
     * @param model as codex's rollout file names it
     * @param sandbox the effective one
     */
    public record Codex(
            Optional<String> version,
            Optional<String> sha256,
            OptionalInt exitCode,
            Optional<String> threadId,
            Optional<String> model,
            Optional<String> sandbox,
            List<Attempt> attempts) {

        public Codex {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * One start of codex.
     *
     * @param number from 1
     * @param waitMs how long the runner waited before it, in milliseconds
     * @param endedAt empty where nobody saw it end
     * @param durationMs how long codex ran, in milliseconds
     * @param resumed whether it went on with a thread that was there before, or began a new one
     * @param threadId the thread that it named
     * @param exitCode codex's own, 128 plus n for a signal
     * @param signal the signal that codex died of
     * @param kind how it ended, as {@link VerdictSection#kind()} would name it
     * @param code as {@link VerdictSection#code()} would name it
     * @param retried whether another attempt followed
     * @param retryReason why one did or did not; empty after a success
     * @param usage tokens of this attempt alone
     */
    public record Attempt(
            int number,
            long waitMs,
            Instant startedAt,
            Optional<Instant> endedAt,
            OptionalLong durationMs,
            boolean resumed,
            Optional<String> threadId,
            OptionalInt exitCode,
            OptionalInt signal,
            String kind,
            String code,
            String reason,
            boolean retried,
            String retryReason,
            Optional<Tokens> usage) {}

    /**
     * @param source {@code vault}, {@code env}, {@code file} or {@code stdin}
     * @param kind {@code agent_identity}, {@code personal_access_token} or {@code api_key}
     * @param fingerprint HMAC of the token, where a key for it was given
     * @param exposed whether the token lay where the agent's commands could read it; empty in a replay without run.json
     */
    public record Credential(
            String source,
            Optional<String> kind,
            Optional<String> fingerprint,
            Optional<Boolean> exposed,
            Optional<Instant> expiresAt,
            Optional<Vault> vault) {}

    public record Vault(String path, OptionalInt version, Optional<Instant> createdTime) {}

    public record Tokens(long inputTokens, long cachedInputTokens, long outputTokens, long reasoningOutputTokens) {

        public static Tokens of(TokenUsage usage) {
            return new Tokens(
                    usage.inputTokens(),
                    usage.cachedInputTokens(),
                    usage.outputTokens(),
                    usage.reasoningOutputTokens());
        }

        /** Read and written; never less than nothing, and never past what can be counted. */
        public long sum() {
            return sum(inputTokens, outputTokens);
        }

        /** Two amounts: figures of a foreign file may be anything. */
        public static long sum(long one, long other) {
            long sum = Math.max(0, one) + Math.max(0, other);
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }

    /**
     * @param name for instance {@code output-schema} or {@code require dist/app.jar}
     * @param detail what was found wrong; empty where passed
     */
    public record Check(String name, CheckStatus status, String detail) {}

    /** How a check went; {@code SKIPPED} where the run ended before it. */
    public enum CheckStatus {
        PASSED,
        FAILED,
        SKIPPED
    }

    /**
     * What the agent did. Each entry's {@code when} tells the line of events.jsonl, so that all lists together can be put
     * in order.
     */
    public record Items(
            List<Command> commands,
            List<FileChange> fileChanges,
            List<Patch> patches,
            List<ToolCall> toolCalls,
            List<Search> searches,
            List<Said> messages,
            List<Said> reasoning,
            List<Todo> todo,
            List<String> errors) {

        public Items {
            commands = List.copyOf(commands);
            fileChanges = List.copyOf(fileChanges);
            patches = List.copyOf(patches);
            toolCalls = List.copyOf(toolCalls);
            searches = List.copyOf(searches);
            messages = List.copyOf(messages);
            reasoning = List.copyOf(reasoning);
            todo = List.copyOf(todo);
            errors = List.copyOf(errors);
        }
    }

    /** @param outputLength of the whole output in characters, of which {@code output} may be head and tail only */
    public record Command(
            String id,
            String command,
            OptionalInt exitCode,
            String status,
            String output,
            long outputLength,
            Occurrence when) {

        /** Whether it failed or was refused; one that nobody saw end did neither. */
        public boolean wentWrong() {
            return exitCode.orElse(0) != 0 || RunReport.wentWrong(status);
        }
    }

    /** @param when of the first patch of it */
    public record FileChange(String path, String kind, String status, Occurrence when) {}

    /**
     * One patch, done or not.
     *
     * @param files the first of those that it touches
     * @param fileCount of all that it touches
     */
    public record Patch(String id, String status, List<PatchedFile> files, long fileCount, Occurrence when) {

        public Patch {
            files = List.copyOf(files);
        }

        /** Whether it failed or was refused. */
        public boolean wentWrong() {
            return RunReport.wentWrong(status);
        }
    }

    /** @param kind what this one patch does to it */
    public record PatchedFile(String path, String kind) {}

    /**
     * @param arguments as JSON text, cut
     * @param result as JSON text, head and tail of it
     */
    public record ToolCall(
            String id,
            String server,
            String tool,
            String status,
            String arguments,
            Optional<String> result,
            Optional<String> error,
            Occurrence when) {

        /** Whether it failed or was refused. */
        public boolean wentWrong() {
            return RunReport.wentWrong(status);
        }
    }

    /** @param action what codex tells of it beyond the query, as JSON text */
    public record Search(String id, String query, String action, Occurrence when) {}

    /** @param length of the whole text in characters, of which {@code text} may be head and tail only */
    public record Said(String id, String text, long length, Occurrence when) {}

    /** @param completedMs when it was first seen ticked off, in milliseconds since the run began */
    public record Todo(String text, boolean completed, OptionalLong completedMs) {}
}
