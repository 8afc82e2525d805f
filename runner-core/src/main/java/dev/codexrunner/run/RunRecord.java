package dev.codexrunner.run;

import dev.codexrunner.config.LoginMode;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunManifest;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.CodexBinary;
import dev.codexrunner.outcome.Budgets;
import dev.codexrunner.outcome.StderrSummary;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.preflight.TaskInputs;
import dev.codexrunner.preflight.TeamConfig;
import dev.codexrunner.report.ReportInputs;
import dev.codexrunner.report.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is known of a run so far; at any point a report can be made of it. One thread writes. */
final class RunRecord {

    private final RunnerConfig config;
    private final RunSurroundings surroundings;
    private final Cancellation cancellation;
    private final String runId;
    private final Instant startedAt;
    private final List<String> warnings = new ArrayList<>();
    private TrustFacts trust = TrustFacts.UNKNOWN;
    private final List<RecordedAttempt> attempts = new ArrayList<>();
    private Optional<CodexBinary> codex = Optional.empty();
    private Optional<TokenFetch> token = Optional.empty();
    private Optional<String> fingerprint = Optional.empty();
    private boolean tokenInReach;
    private Optional<TokenUsage> usageBaseline = Optional.empty();
    private RolloutFacts rollout = RolloutFacts.NONE;
    private OptionalLong firstEventMs = OptionalLong.empty();
    private OptionalInt codexExitCode = OptionalInt.empty();
    private Optional<RunEnd> end = Optional.empty();
    private StderrSummary stderr = StderrSummary.EMPTY;

    RunRecord(RunnerConfig config, RunSurroundings surroundings, String runId, Cancellation cancellation) {
        this.config = config;
        this.surroundings = surroundings;
        this.cancellation = cancellation;
        this.runId = runId;
        this.startedAt = surroundings.clock().instant();
    }

    Instant startedAt() {
        return startedAt;
    }

    void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    void triggeredBy(TrustFacts.Trigger trigger) {
        trust = trust.with(trigger);
    }

    void under(ManagedPolicy policy) {
        trust = trust.withManagedPolicy(policy.hashed());
    }

    void instructedBy(TeamConfig teamConfig) {
        trust = trust.with(teamConfig.facts());
        teamConfig.warnings().forEach(this::warn);
    }

    void askedBy(TaskInputs inputs) {
        trust = trust.withInputs(inputs.facts());
        inputs.warnings().forEach(this::warn);
    }

    /** codex can hide nothing from the agent: then it reads the files of a patch in its own process. */
    void unhidden(String why) {
        if (config.codex().sandbox() == Sandbox.WORKSPACE_WRITE) {
            tokenInReach = true;
            warn("The agent can get at the access token, since " + why
                    + ": without a permission profile of the runner's, codex reads the files that a patch names outside"
                    + " of the sandbox.");
        }
    }

    /** Whether the agent may have seen the token, by what was asked for or by what came of it. */
    boolean tokenInReach() {
        return tokenInReach || config.codex().sandbox() == Sandbox.DANGER_FULL_ACCESS;
    }

    void tokenSeen() {
        tokenInReach = true;
    }

    void foundCodex(CodexBinary binary) {
        codex = Optional.of(binary);
    }

    void fetched(TokenFetch fetch, Optional<String> keyedFingerprint) {
        token = Optional.of(fetch);
        fingerprint = keyedFingerprint;
        fetch.warnings().forEach(this::warn);
    }

    void resumedAfter(Optional<TokenUsage> baseline) {
        usageBaseline = baseline;
    }

    Optional<TokenUsage> usageBaseline() {
        return usageBaseline;
    }

    /** An attempt began, or ended, or something else became of it; the last that is said of a number stands. */
    void noted(RecordedAttempt attempt) {
        attempts.removeIf(earlier -> earlier.number() == attempt.number());
        attempts.add(attempt);
    }

    /** What the attempts that have ended used; empty where that isn't known of each. */
    Optional<TokenUsage> used() {
        return AttemptUsage.sum(
                attempts.stream().filter(attempt -> attempt.end().isPresent()).toList());
    }

    /** An attempt has ended; with it the run, unless another one follows. */
    void attempted(AttemptResult result, RolloutFacts facts) {
        rollout = facts;
        end = Optional.of(result.end());
        stderr = result.end().stderr();
        codexExitCode = OptionalInt.of(result.exit().exitCode());
        if (result.exit().drainCut()) {
            warn("A process that codex left behind still held its output open; the last lines may be missing.");
        }
        if (result.exit().leftoverProcesses() > 0) {
            warn(String.format(
                    Locale.ROOT,
                    "codex left %d %s behind; the runner ended what was left.",
                    result.exit().leftoverProcesses(),
                    result.exit().leftoverProcesses() == 1 ? "process" : "processes"));
        }
    }

    /** @param commands how many of an attempt codex's own record had and its stream had not */
    void recovered(int commands) {
        if (commands > 0) {
            warn(String.format(
                    Locale.ROOT,
                    "codex's stream lacked %d %s; taken from codex's own record, so the place among the other steps is not known.",
                    commands,
                    commands == 1 ? "command" : "commands"));
        }
    }

    /** What was found out about the end of the last attempt since {@link #attempted}. */
    void endedAs(RunEnd known) {
        end = Optional.of(known);
    }

    /** The run ended for a reason that codex knows nothing of, before its first attempt or after its last. */
    void failed(Failure cause) {
        Instant now = surroundings.clock().instant();
        end = Optional.of(end.map(last -> last.because(now, cause)).orElseGet(() -> RunEnd.withoutCodex(now, cause)));
    }

    /** @param millis from the start of the journal, which is the run's */
    void firstEventAfter(OptionalLong millis) {
        firstEventMs = millis;
    }

    /** How it ended; empty while it hasn't. */
    Optional<RunEnd> end() {
        // Without a wait for the digest: a KILL during it would lose the verdict.
        return end.map(
                known -> known.with(new RunEnd.CodexFacts(digest().flatMap(CodexDigest::now), model(), sandbox())));
    }

    private Optional<CodexDigest> digest() {
        return codex.map(binary -> new CodexDigest(binary, cancellation));
    }

    private Optional<String> model() {
        return rollout.model().or(() -> config.codex().model());
    }

    private Optional<String> sandbox() {
        return rollout.sandbox().or(() -> Optional.of(config.codex().sandbox().flagValue()));
    }

    /** Whether the token came out of the two places where it belongs, by a switch or by what codex read. */
    private boolean exposed() {
        return token.isPresent() && (config.codex().loginMode() == LoginMode.STORED || tokenInReach());
    }

    /** What replay must know; written before codex starts. */
    RunManifest manifest() {
        return new RunManifest(
                RunManifest.SCHEMA_VERSION,
                runId,
                startedAt,
                surroundings.runnerVersion(),
                surroundings.host(),
                config.limits().timeout(),
                config.limits().idleTimeout(),
                Optional.of(Budgets.of(config.limits())),
                config.policy().failOn(),
                config.task().require().stream().map(this::absolute).toList(),
                config.task().outputSchema().map(schema -> RecordedSchema.FILE),
                usageBaseline,
                new RunManifest.CodexFacts(
                        codex.map(CodexBinary::version),
                        config.codex().model(),
                        config.codex().sandbox(),
                        config.task().resume()),
                credential(),
                Optional.of(trust),
                config.report().runName());
    }

    /** A replay may start in another folder. */
    private String absolute(Path required) {
        return config.task().cd().toAbsolutePath().resolve(required).toString();
    }

    private RunManifest.CredentialFacts credential() {
        return new RunManifest.CredentialFacts(
                config.token().tokenSource().name().toLowerCase(Locale.ROOT),
                token.map(fetch -> fetch.token().kind().wireName()),
                fingerprint,
                exposed(),
                token.flatMap(fetch -> fetch.token().expiresAt()),
                token.map(TokenFetch::origin)
                        .flatMap(CredentialOrigin::vault)
                        .map(vault -> new RunManifest.VaultFacts(vault.path(), vault.version(), vault.createdTime())));
    }

    /** The report's parts, still raw. */
    ReportInputs inputs(
            Transcript transcript, Verdict verdict, Optional<String> structuredOutput, List<RunReport.Check> checks) {
        Instant endedAt = surroundings.clock().instant();
        return new ReportInputs(
                new RunReport.Run(
                        runId,
                        config.report().runName(),
                        startedAt,
                        endedAt,
                        OptionalLong.of(
                                Math.max(0, Duration.between(startedAt, endedAt).toMillis())),
                        firstEventMs,
                        surroundings.runnerVersion(),
                        surroundings.host()),
                new RunReport.Codex(
                        codex.map(CodexBinary::version),
                        digest().flatMap(CodexDigest::awaited),
                        codexExitCode,
                        transcript.threadId(),
                        model(),
                        sandbox(),
                        AttemptSection.of(attempts, verdict)),
                CredentialSection.of(credential()),
                trust,
                transcript.including(stderr),
                verdict,
                AttemptUsage.ofRun(
                        attempts,
                        Usage.of(
                                transcript.threadUsage(), config.task().resume().isPresent(), usageBaseline)),
                structuredOutput,
                checks,
                end.flatMap(RunEnd::changes),
                Stream.of(AttemptSection.warnings(attempts), warnings, stderr.warnings())
                        .flatMap(List::stream)
                        .toList());
    }
}
