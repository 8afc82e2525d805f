package dev.codexrunner.run;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.journal.StderrLog;
import dev.codexrunner.launch.ChildSession;
import dev.codexrunner.launch.CodexHome;
import dev.codexrunner.launch.GracePeriods;
import dev.codexrunner.launch.Reaper;
import dev.codexrunner.launch.RunFolders;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.launch.Supervisor;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.TranscriptLimits;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.report.ReportFolder;
import dev.codexrunner.report.ReportFormats;
import dev.codexrunner.report.ReportWriter;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReportAssembler;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The main job: one prompt, from the checks before it to the report after it. Whatever goes wrong once there is a folder
 * for the record ends in a report with a verdict, not in an exception.
 */
public final class ExecJob {

    /** What keeps to the run's bound by itself says better than an interrupt what it waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RunSurroundings surroundings;
    private final Redactor redactor;
    private final Progress progress;
    private final Cancellation cancellation;
    private final TokenSupply tokens;

    public ExecJob(RunSurroundings surroundings, Redactor redactor, Progress progress, Cancellation cancellation) {
        this(surroundings, redactor, progress, cancellation, TokenSupply.CONFIGURED);
    }

    public ExecJob(
            RunSurroundings surroundings,
            Redactor redactor,
            Progress progress,
            Cancellation cancellation,
            TokenSupply tokens) {
        this.surroundings = surroundings;
        this.redactor = redactor;
        this.progress = progress;
        this.cancellation = cancellation;
        this.tokens = tokens;
    }

    /**
     * Runs it to its end, within the configured timeout and the grace periods.
     *
     * @param resolved the configuration
     * @param prompt where the prompt comes from
     * @throws FailureException where there is no folder for the record, so that no report can tell of it
     */
    public RunResult run(ResolvedConfig resolved, Optional<PromptSource> prompt) {
        long begunAt = surroundings.nanoTime().getAsLong();
        RunnerConfig config = resolved.config();
        KnownSecrets.of(config, surroundings.variables()).forEach(redactor::learn);
        RunId runId = RunId.random();
        List<Path> agentFolders = AgentFolders.of(config.task(), config.codex(), surroundings.variables());
        Path folder =
                ReportFolder.open(config.report().reportDir(), surroundings.variables(), runId.value(), agentFolders);
        EarlierRecord.remove(folder);
        RunRecord record = new RunRecord(config, surroundings, runId.value(), cancellation);
        resolved.warnings().forEach(record::warn);
        cancellation.onHalt(() -> writeLastWords(folder));
        TranscriptBuilder transcript = new TranscriptBuilder(TranscriptLimits.DEFAULT, redactor::redact);
        Judged judged;
        try (EventJournal journal =
                        EventJournal.open(folder, new RedactedJson(redactor)::redact, surroundings.clock());
                AttemptLog attempts = AttemptLog.open(folder, new RedactedJson(redactor)::redact);
                StderrLog stderrLog = StderrLog.open(folder);
                OutputStream stderr = redactor.redacting(stderrLog)) {
            RunStreams streams = new RunStreams(journal, attempts, stderr, transcript, progress);
            judged = judge(new Job(config, prompt, runId, agentFolders, folder, record, begunAt), streams)
                    .withRecordFailure(journal.failure()
                            .or(attempts::failure)
                            .or(stderrLog::failure)
                            .or(() -> writeEnd(folder, record)));
        } catch (IOException closing) {
            throw new IllegalStateException("stderr.log remembers its failures and throws none", closing);
        }
        return write(folder, record, transcript.transcript(), judged);
    }

    /**
     * What a run is about, unchanging while it lasts.
     *
     * @param begunAt when it began, in the surroundings' nanoseconds: {@code --timeout} counts from here
     */
    record Job(
            RunnerConfig config,
            Optional<PromptSource> prompt,
            RunId runId,
            List<Path> agentFolders,
            Path folder,
            RunRecord record,
            long begunAt) {}

    /** The verdict, and what it was made from. */
    private record Judged(
            Verdict verdict,
            Optional<String> structuredOutput,
            List<RunReport.Check> checks,
            Optional<Failure> recordFailure) {

        static Judged failed(Failure failure) {
            return new Judged(Verdict.of(failure), Optional.empty(), List.of(), Optional.empty());
        }

        Judged withRecordFailure(Optional<Failure> failure) {
            return new Judged(verdict, structuredOutput, checks, failure);
        }
    }

    private Judged judge(Job job, RunStreams streams) {
        Thread runner = Thread.currentThread();
        // Until codex runs, what is waited for is Vault or a disk: an interrupt ends both, and our Vault token with it.
        try (RunDeadline deadline = RunDeadline.interrupting(runner, left(job).plus(PATIENCE));
                Cancellation.Registration interrupting = cancellation.onCancel(signal -> runner.interrupt())) {
            return started(job, streams, () -> {
                interrupting.close();
                deadline.close();
            });
        } catch (FailureException e) {
            Failure cause = cause(job, e.failure());
            job.record().failed(cause);
            return Judged.failed(cause);
        } finally {
            // The record is still to be written, and file channels close under an interrupted thread.
            Thread.interrupted();
        }
    }

    /** So that replay can tell why there is no report. */
    private void writeLastWords(Path folder) {
        if (!Files.exists(folder.resolve(RunEndFile.FILE))) {
            Failure why = cancellation.failure().orElseGet(RunFailure.HALTED::with);
            RunEnd end = RunEnd.withoutCodex(surroundings.clock().instant(), why);
            RunEndFile.write(folder, end, new RedactedJson(redactor)::redact);
        }
    }

    private Duration left(Job job) {
        Duration used = Duration.ofNanos(surroundings.nanoTime().getAsLong() - job.begunAt());
        Duration left = job.config().limits().timeout().minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What was interrupted may have to say what it left: a Vault token that nobody revokes, for instance. */
    private Failure cause(Job job, Failure thrown) {
        boolean interrupted = thrown.kind() == FailureKind.CANCELLED;
        Optional<Failure> cancelled =
                cancellation.failure().map(failure -> interrupted ? failure.because(thrown.reason()) : failure);
        return cancelled.orElseGet(() -> interrupted && left(job).isZero()
                ? RunFailure.TIMEOUT_BEFORE_CODEX.with(
                        job.config().limits().timeout().toSeconds(), thrown.reason())
                : thrown);
    }

    /** Replay needs it; without it the run is judged all the same, so its failure is one of the record only. */
    private Optional<Failure> writeEnd(Path folder, RunRecord record) {
        try {
            record.end().ifPresent(end -> RunEndFile.write(folder, end, new RedactedJson(redactor)::redact));
            return Optional.empty();
        } catch (FailureException notWritten) {
            return Optional.of(notWritten.failure());
        }
    }

    private Judged started(Job job, RunStreams streams, Cancellation.Registration interrupting) {
        RunnerConfig config = job.config();
        ChildSession session = ChildSession.ofThisSystem();
        session.warning().ifPresent(job.record()::warn);
        Supervisor supervisor = new Supervisor(session, GracePeriods.standard(), surroundings.nanoTime());
        try (RunFolders folders = openFolders(job);
                Reaper reaper = Reaper.start(session, job.runId(), folders)) {
            CodexHome home = folders.home();
            home.warning().ifPresent(job.record()::warn);
            ManagedPolicy policy = new ManagedPolicy(ManagedPolicy.STANDARD_FOLDER, surroundings.host());
            Preparation preparation = new Preparation(
                    config,
                    surroundings,
                    job.runId(),
                    supervisor,
                    policy,
                    new BoundedReading(config.limits().timeout(), left(job)));
            preparation.requireTrust(job.record()::triggeredBy);
            job.record().under(policy);
            Prepared prepared = preparation.prepare(job.prompt(), folders, job.agentFolders(), job.folder());
            job.record().instructedBy(prepared.teamConfig());
            job.record().foundCodex(prepared.codex());
            prepared.schema().ifPresent(schema -> RecordedSchema.write(job.folder(), schema));
            prepared.authorities().warnings().forEach(job.record()::warn);
            prepared.proxies().secrets().forEach(redactor::learn);
            prepared.exposure().secrets().forEach(redactor::learn);
            prepared.exposure().warnings().forEach(job.record()::warn);
            return watched(job, streams, prepared, folders, supervisor, interrupting);
        }
    }

    private Judged watched(
            Job job,
            RunStreams streams,
            Prepared prepared,
            RunFolders folders,
            Supervisor supervisor,
            Cancellation.Registration interrupting) {
        RunnerConfig config = job.config();
        try (ChangeWatch changes = ChangeWatch.begin(job, surroundings, cancellation)) {
            TokenFetch token =
                    tokens.get(config, surroundings, prepared.authorities(), prepared.proxies(), redactor::learn);
            job.record().fetched(token, TokenFetch.fingerprint(config, token));
            redactor.tooShort()
                    .forEach(name -> job.record()
                            .warn("The secret " + name + " is too short to be masked in logs and reports."));
            redactor.tooMuch()
                    .forEach(
                            name -> job.record()
                                    .warn(
                                            "The secret " + name
                                                    + " is masked in logs and reports in part at most: it is too long, or there are too many."));
            interrupting.close();
            Attempts attempts =
                    new Attempts(job, prepared, token, folders.home(), supervisor, surroundings, cancellation);
            job.record().resumedAfter(attempts.usageBefore());
            RunManifestFile.write(job.folder(), job.record().manifest());
            return judged(job, prepared, changes.over(() -> {
                try {
                    return attempts.run(streams, redactor);
                } finally {
                    // Before the files are looked at: what codex's sandbox left is no change of the agent's.
                    folders.removeSandboxTargets();
                }
            }));
        }
    }

    private RunFolders openFolders(Job job) {
        return RunFolders.open(
                job.config().codex().codexHome(), surroundings.variables(), job.runId(), job.agentFolders());
    }

    private static Judged judged(Job job, Prepared prepared, AttemptResult last) {
        RunChecks checks = new RunChecks(job.config(), prepared.schema());
        Transcript transcript = last.transcript();
        boolean completed = transcript.turn() == Transcript.TurnState.COMPLETED;
        return new Judged(
                last.verdict(),
                checks.structuredOutput(transcript),
                checks.list(transcript, last.requirements(), last.verdict(), completed),
                Optional.empty());
    }

    private RunResult write(Path folder, RunRecord record, Transcript transcript, Judged judged) {
        RunReport raw = RunReportAssembler.assemble(
                record.inputs(transcript, judged.verdict(), judged.structuredOutput(), judged.checks()));
        // Again, now that codex's digest is known, for which the first writing didn't wait.
        Optional<Failure> notWhole = judged.recordFailure().or(() -> writeEnd(folder, record));
        ReportWriter writer = new ReportWriter(redactor, ReportFormats.all());
        try {
            return new RunResult(writer.write(raw, folder), folder, notWhole);
        } catch (FailureException e) {
            return new RunResult(writer.redacted(raw), folder, notWhole.or(() -> Optional.of(e.failure())));
        }
    }
}
