package dev.codexrunner.report;

import dev.codexrunner.changes.ChangeType;
import dev.codexrunner.changes.ChangedPath;
import dev.codexrunner.changes.FileDiff;
import dev.codexrunner.changes.TreeChanges;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.RunReport.Attempt;
import dev.codexrunner.report.RunReport.Check;
import dev.codexrunner.report.RunReport.CheckStatus;
import dev.codexrunner.report.RunReport.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The parts that full records of runs are put together from; {@link GoldenRecords} has the records. */
final class GoldenRecord {

    static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    static final String THREAD = "01a1fbc3-fcb4-7b22-a9c9-4502fc9ed01c";
    static final RunReport.Credential NO_TOKEN = new RunReport.Credential(
            "vault",
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.empty(),
            Optional.of(new RunReport.Vault("secret/ci/codex", OptionalInt.empty(), Optional.empty())));

    private GoldenRecord() {}

    static RunReport.Run run(String id, String name, long tookMs) {
        return new RunReport.Run(
                id,
                Optional.of(name).filter(given -> !given.isEmpty()),
                START,
                START.plusMillis(tookMs),
                OptionalLong.of(tookMs),
                tookMs < 1_250 ? OptionalLong.empty() : OptionalLong.of(1_250),
                "1.2.3",
                "agent-7");
    }

    static RunReport.Codex codex(int exitCode, String sandbox, List<Attempt> attempts) {
        return new RunReport.Codex(
                Optional.of("0.169.0"),
                Optional.of("c0de".repeat(16)),
                attempts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(exitCode),
                attempts.isEmpty() ? Optional.empty() : Optional.of(THREAD),
                Optional.of("gpt-5"),
                Optional.of(sandbox),
                attempts);
    }

    /** One that ended as the run did, and that no other followed. */
    static Attempt last(int number, long waitMs, long fromMs, long tookMs, Verdict verdict, String why) {
        return new Attempt(
                number,
                waitMs,
                START.plusMillis(fromMs),
                Optional.of(START.plusMillis(fromMs + tookMs)),
                OptionalLong.of(tookMs),
                number > 1,
                Optional.of(THREAD),
                OptionalInt.of(verdict.isSuccess() ? 0 : 1),
                OptionalInt.empty(),
                verdict.kind().wireName(),
                verdict.code(),
                verdict.isSuccess() ? "" : verdict.reason(),
                false,
                why,
                verdict.isSuccess() ? Optional.of(new Tokens(12_000, 9_000, 640, 256)) : Optional.empty());
    }

    static Attempt retried(int number, long waitMs, long fromMs, long tookMs, String kind, String code, String reason) {
        return new Attempt(
                number,
                waitMs,
                START.plusMillis(fromMs),
                Optional.of(START.plusMillis(fromMs + tookMs)),
                OptionalLong.of(tookMs),
                number > 1,
                Optional.of(THREAD),
                OptionalInt.of(1),
                OptionalInt.empty(),
                kind,
                code,
                reason,
                true,
                "it may pass by itself",
                Optional.of(new Tokens(1_000, 0, 12, 4)));
    }

    static RunReport.Credential token(String source, String kind, boolean exposed) {
        boolean vault = source.equals("vault");
        return new RunReport.Credential(
                source,
                Optional.of(kind),
                vault ? Optional.of("hmac-sha256:" + "ab".repeat(32)) : Optional.empty(),
                Optional.of(exposed),
                vault ? Optional.of(START.plusSeconds(86_400)) : Optional.empty(),
                vault
                        ? Optional.of(new RunReport.Vault(
                                "secret/ci/codex", OptionalInt.of(3), Optional.of(START.minusSeconds(604_800))))
                        : Optional.empty());
    }

    static final TrustFacts PULL_REQUEST = new TrustFacts(
            Optional.of(new TrustFacts.Trigger(
                    "github-actions",
                    Optional.of("pull_request"),
                    List.of(
                            new TrustFacts.Risk("fork", "the pull request comes from stranger/shop", true),
                            new TrustFacts.Risk("first-time", "its author has none merged", false)))),
            Optional.of(new TrustFacts.TeamConfig(
                    "base",
                    Optional.of("0123456789abcdef0123456789abcdef01234567"),
                    List.of(new TrustFacts.HashedFile("AGENTS.md", "0a".repeat(32))))),
            List.of(new TrustFacts.HashedFile("/etc/codex/requirements.toml", "0b".repeat(32))),
            Optional.of(List.of(
                    new TrustFacts.TaskInput("output-schema", "built-in", "builtin:findings", "0c".repeat(32)))));

    static Check check(String name, CheckStatus status, String detail) {
        return new Check(name, status, detail);
    }

    static ChangedPath changed(String path, ChangeType kind, boolean gated) {
        return new ChangedPath(path, kind, gated);
    }

    static FileDiff diff(ChangedPath file, long added, long removed, String hunks) {
        return new FileDiff(file.path(), file.kind(), added, removed, hunks, Optional.empty());
    }

    static FileDiff notShown(ChangedPath file, String why) {
        return new FileDiff(file.path(), file.kind(), 0, 0, "", Optional.of(why));
    }

    static RunReport of(
            RunReport.Run run,
            RunReport.Codex codex,
            RunReport.Credential credential,
            TrustFacts trust,
            TimedStream stream,
            Verdict verdict,
            Usage usage,
            Optional<String> structuredOutput,
            List<Check> checks,
            Optional<TreeChanges> changes,
            List<String> warnings) {
        return RunReportAssembler.assemble(new ReportInputs(
                run,
                codex,
                credential,
                trust,
                stream.transcript(),
                verdict,
                usage,
                structuredOutput,
                checks,
                changes,
                warnings));
    }
}
