package dev.codexrunner.run;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
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
import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.report.ReportFolder;
import dev.codexrunner.report.SharedFilePlaces;
import dev.codexrunner.report.SharedFiles;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        SharedFiles.refuseInReach(config.report(), agentFolders);
        SharedFilePlaces.require(config.report(), Optional.of(folder), inputs(config, prompt));
        EarlierRecord.remove(folder);
        RunRecord record = new RunRecord(config, surroundings, runId.value(), cancellation);
        resolved.warnings().forEach(record::warn);
        RecordWriter writer = new RecordWriter(folder, redactor);
        cancellation.onHalt(() -> {
            Failure why = cancellation.failure().orElseGet(RunFailure.HALTED::with);
            writer.lastWords(surroundings.clock().instant(), why);
            List<Failure> unusedAtTheEnd = new UnreportedRun(surroundings, redactor)
                    .ended(config.report(), runId.value(), record.startedAt(), why);
        });
        TranscriptBuilder transcript = new TranscriptBuilder(TranscriptLimits.DEFAULT, redactor::redact);
        JudgedRun judged;
        try (EventJournal journal =
                        EventJournal.open(folder, new RedactedJson(redactor)::redact, surroundings.clock());
                AttemptLog attempts = AttemptLog.open(folder, new RedactedJson(redactor)::redact);
                StderrLog stderrLog = StderrLog.open(folder);
                OutputStream stderr = redactor.redacting(stderrLog)) {
            RunStreams streams = new RunStreams(journal, attempts, stderr, transcript, progress);
            judged = judge(
                            new RunJob(
                                    config,
                                    prompt,
                                    runId,
                                    agentFolders,
                                    folder,
                                    record,
                                    surroundings.nanoTime(),
                                    begunAt),
                            streams)
                    .withRecordFailure(journal.failure()
                            .or(attempts::failure)
                            .or(stderrLog::failure)
                            .or(() -> writer.end(record)));
            record.firstEventAfter(journal.firstMillis());
        } catch (IOException closing) {
            throw new IllegalStateException("stderr.log remembers its failures and throws none", closing);
        }
        return writer.report(record, transcript.transcript(), judged, config.report());
    }

    private static List<Path> inputs(RunnerConfig config, Optional<PromptSource> prompt) {
        Stream<Path> prompts = prompt.stream()
                .flatMap(source -> source instanceof PromptSource.File file ? Stream.of(file.path()) : Stream.empty());
        return Stream.concat(prompts, config.task().outputSchema().stream()).toList();
    }

    private JudgedRun judge(RunJob job, RunStreams streams) {
        Thread runner = Thread.currentThread();
        // Until codex runs, what is waited for is Vault or a disk: an interrupt ends both, and our Vault token with it.
        try (RunDeadline deadline = RunDeadline.interrupting(runner, job.left().plus(PATIENCE));
                Cancellation.Registration interrupting = cancellation.onCancel(signal -> runner.interrupt())) {
            return started(job, streams, () -> {
                interrupting.close();
                deadline.close();
            });
        } catch (FailureException e) {
            Failure cause = cause(job, e.failure());
            job.record().failed(cause);
            return JudgedRun.failed(cause);
        } finally {
            // The record is still to be written, and file channels close under an interrupted thread.
            Thread.interrupted();
        }
    }

    /** What was interrupted may have to say what it left: a Vault token that nobody revokes, for instance. */
    private Failure cause(RunJob job, Failure thrown) {
        boolean interrupted = thrown.kind() == FailureKind.CANCELLED;
        Optional<Failure> cancelled =
                cancellation.failure().map(failure -> interrupted ? failure.because(thrown.reason()) : failure);
        return cancelled.orElseGet(() -> interrupted && job.left().isZero()
                ? RunFailure.TIMEOUT_BEFORE_CODEX.with(
                        job.config().limits().timeout().toSeconds(), thrown.reason())
                : thrown);
    }

    private JudgedRun started(RunJob job, RunStreams streams, Cancellation.Registration interrupting) {
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
                    new BoundedReading(config.limits().timeout(), job.left()));
            preparation.requireTrust(job.record()::triggeredBy);
            job.record().under(policy);
            Prepared prepared = preparation.prepare(job.prompt(), folders, job.agentFolders(), job.folder());
            job.record().instructedBy(prepared.teamConfig());
            job.record().askedBy(prepared.inputs());
            prepared.unhidden().ifPresent(job.record()::unhidden);
            job.record().foundCodex(prepared.codex());
            prepared.schema().ifPresent(schema -> RecordedSchema.write(job.folder(), schema));
            prepared.authorities().warnings().forEach(job.record()::warn);
            prepared.proxies().secrets().forEach(redactor::learn);
            prepared.exposure().secrets().forEach(redactor::learn);
            prepared.exposure().warnings().forEach(job.record()::warn);
            return watched(job, streams, prepared, folders, supervisor, interrupting);
        }
    }

    private JudgedRun watched(
            RunJob job,
            RunStreams streams,
            Prepared prepared,
            RunFolders folders,
            Supervisor supervisor,
            Cancellation.Registration interrupting) {
        RunnerConfig config = job.config();
        try (ChangeWatch changes = ChangeWatch.begin(job, surroundings, cancellation, redactor)) {
            TokenFetch token =
                    tokens.get(config, surroundings, prepared.authorities(), prepared.proxies(), redactor::learn);
            job.record().fetched(token, TokenFetch.fingerprint(config, token));
            redactor.notices().forEach(job.record()::warn);
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

    private RunFolders openFolders(RunJob job) {
        return RunFolders.open(
                job.config().codex().codexHome(), surroundings.variables(), job.runId(), job.agentFolders());
    }

    private static JudgedRun judged(RunJob job, Prepared prepared, AttemptResult last) {
        RunChecks checks = new RunChecks(job.config(), prepared.schema());
        Transcript transcript = last.transcript();
        boolean completed = transcript.turn() == Transcript.TurnState.COMPLETED;
        return new JudgedRun(
                last.verdict(),
                checks.structuredOutput(transcript),
                checks.list(transcript, last.requirements(), last.verdict(), completed),
                Optional.empty());
    }
}
