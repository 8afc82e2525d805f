package dev.codexrunner.run;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.journal.RecordedAttempt;
import dev.codexrunner.journal.Replay;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.journal.RunManifest;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.journal.StderrLog;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.outcome.CodexExit;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.outcome.Requirements;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.report.ReportFolder;
import dev.codexrunner.report.ReportInputs;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReportAssembler;
import dev.codexrunner.report.SharedFilePlaces;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges a recorded stream again and writes its reports: the same fold and judge as live, so the same verdict. */
public final class ReplayJob {

    private static final String REPORT = "report.json";

    private final RunSurroundings surroundings;
    private final Redactor redactor;

    public ReplayJob(RunSurroundings surroundings, Redactor redactor) {
        this.surroundings = surroundings;
        this.redactor = redactor;
    }

    /**
     * @param given of it only schema, requirements, fail-on and report matter; what run.json beside the stream asks for
     *     comes on top
     * @param events the stream
     * @param codexExitCode empty takes it from exit.json beside the stream; where that is missing too, nobody knows it,
     *     and such a run is never a success
     * @param stderr codex's standard error; empty takes what lies beside the stream
     * @throws dev.codexrunner.failure.FailureException when something can't be read
     */
    public RunResult run(RunnerConfig given, Path events, OptionalInt codexExitCode, Optional<Path> stderr) {
        KnownSecrets.of(given, surroundings.variables()).forEach(redactor::learn);
        Path stream = events.toAbsolutePath();
        // The root alone has no folder that it lies in; reading it says what is wrong.
        Path recordFolder = Optional.ofNullable(stream.getParent()).orElse(stream);
        Optional<RunManifest> manifest = RunManifestFile.read(recordFolder);
        RunnerConfig config =
                manifest.map(run -> withThoseOf(run, recordFolder, given)).orElse(given);
        RunChecks checks = new RunChecks(config, config.task().outputSchema().map(OutputSchema::read));
        Optional<RunEnd> recorded = RunEndFile.read(recordFolder);
        Optional<RunEnd> end = recorded.map(known ->
                fits(known, codexExitCode) ? known : known.ifCodexHad(CodexExit.exited(codexExitCode.getAsInt())));
        CodexExit exit = codexExitCode.isPresent() ? CodexExit.exited(codexExitCode.getAsInt()) : CodexExit.unknown();
        Requirements requirements = end.isPresent()
                ? checks.requirements(end.get().missingOutputs(), given.task().require())
                : checks.requirements();
        Replay replay =
                Replay.of(events, stderr.or(() -> stderrBeside(recordFolder, end)), exit, requirements, manifest, end);
        RunReport raw = RunReportAssembler.assemble(inputs(
                manifest,
                end,
                AttemptLog.read(recordFolder),
                replay,
                checks,
                requirements,
                codexExitCode,
                config.report().runName().or(() -> manifest.flatMap(RunManifest::runName)),
                EventJournal.firstMillis(events)));
        Path folder = ReportFolder.open(
                config.report().reportDir(),
                surroundings.variables(),
                "replay-" + RunId.random().value(),
                List.of());
        refuseToReplace(recordFolder, folder);
        SharedFilePlaces.require(config.report(), Optional.of(folder), inputs(config, events, recordFolder, stderr));
        return new RunPublication(folder, redactor, config.report(), raw).publish(Optional.empty());
    }

    /** After a KILL there is no report yet, and this one may take its place; the record of a whole run stays. */
    private static void refuseToReplace(Path recordFolder, Path folder) {
        if (folder.equals(recordFolder.normalize()) && Files.exists(recordFolder.resolve(REPORT))) {
            throw RunFailure.REPLAY_WOULD_REPLACE.with(folder).asException();
        }
    }

    private static List<Path> inputs(RunnerConfig config, Path events, Path recordFolder, Optional<Path> stderr) {
        return Stream.of(
                        EarlierRecord.files(recordFolder),
                        Stream.of(events),
                        stderr.stream(),
                        config.task().outputSchema().stream())
                .flatMap(files -> files)
                .toList();
    }

    /** An exit code that is given and isn't the recorded one asks what would be if codex had ended so. */
    private static boolean fits(RunEnd end, OptionalInt codexExitCode) {
        return codexExitCode.isEmpty()
                || end.exit()
                        .map(CodexExit::exitCode)
                        .filter(codexExitCode::equals)
                        .isPresent();
    }

    private static Optional<Path> stderrBeside(Path recordFolder, Optional<RunEnd> end) {
        return Optional.of(recordFolder.resolve(StderrLog.FILE)).filter(log -> end.isEmpty() && Files.isReadable(log));
    }

    private static RunnerConfig withThoseOf(RunManifest run, Path recordFolder, RunnerConfig given) {
        return given.withRequirements(
                Stream.concat(run.require().stream().map(Path::of), given.task().require().stream())
                        .distinct()
                        .toList(),
                given.task()
                        .outputSchema()
                        .or(() -> run.outputSchema().map(schema -> recordFolder.resolve(RecordedSchema.FILE))),
                Stream.of(run.failOn(), given.policy().failOn())
                        .flatMap(Set::stream)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private ReportInputs inputs(
            Optional<RunManifest> manifest,
            Optional<RunEnd> end,
            List<RecordedAttempt> attempts,
            Replay replay,
            RunChecks checks,
            Requirements requirements,
            OptionalInt givenExitCode,
            Optional<String> runName,
            OptionalLong firstEventMs) {
        Instant now =
                end.map(RunEnd::endedAt).orElseGet(() -> surroundings.clock().instant());
        OptionalInt codexExitCode =
                end.flatMap(RunEnd::exit).map(CodexExit::exitCode).orElse(givenExitCode);
        Optional<RunEnd.CodexFacts> codex = end.flatMap(RunEnd::codex);
        Transcript transcript = replay.transcript();
        Instant startedAt = manifest.map(RunManifest::startedAt).orElse(now);
        boolean completed = transcript.turn() == Transcript.TurnState.COMPLETED;
        return new ReportInputs(
                new RunReport.Run(
                        manifest.map(RunManifest::id)
                                .orElseGet(() -> RunId.random().value()),
                        runName,
                        startedAt,
                        now,
                        RecordedDurations.ofRun(manifest, end),
                        firstEventMs,
                        manifest.map(RunManifest::runnerVersion).orElse(surroundings.runnerVersion()),
                        manifest.map(RunManifest::host).orElse(surroundings.host())),
                new RunReport.Codex(
                        manifest.flatMap(run -> run.codex().version()),
                        codex.flatMap(RunEnd.CodexFacts::sha256),
                        codexExitCode,
                        transcript.threadId(),
                        codex.flatMap(RunEnd.CodexFacts::model)
                                .or(() -> manifest.flatMap(run -> run.codex().model())),
                        codex.flatMap(RunEnd.CodexFacts::sandbox)
                                .or(() -> manifest.map(
                                        run -> run.codex().sandbox().flagValue())),
                        AttemptSection.of(attempts, replay.verdict())),
                manifest.map(RunManifest::credential).map(CredentialSection::of).orElse(CredentialSection.UNKNOWN),
                manifest.flatMap(RunManifest::trust).orElse(TrustFacts.UNKNOWN),
                transcript,
                replay.verdict(),
                AttemptUsage.ofRun(attempts, replay.usage()),
                checks.structuredOutput(transcript),
                checks.list(transcript, requirements, replay.verdict(), completed),
                end.flatMap(RunEnd::changes),
                Stream.of(
                                List.of(origin(manifest)),
                                AttemptSection.warnings(attempts),
                                replay.stderr().warnings(),
                                RecordedDurations.warning(manifest, end, attempts)
                                        .toList())
                        .flatMap(List::stream)
                        .toList());
    }

    private static String origin(Optional<RunManifest> manifest) {
        return "Made by replay from a recorded stream"
                + (manifest.isPresent() ? "." : "; without run.json, only what the stream tells is known.");
    }
}
