package dev.codexrunner.cli;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.doctor.Doctor;
import dev.codexrunner.doctor.DoctorOutput;
import dev.codexrunner.doctor.DoctorReport;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.progress.ProgressDisplays;
import dev.codexrunner.report.StandardOutput;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.ExecJob;
import dev.codexrunner.run.ReplayJob;
import dev.codexrunner.run.RunFailure;
import dev.codexrunner.run.RunResult;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.run.SteadyClock;
import dev.codexrunner.run.UnreportedRun;
import dev.codexrunner.secret.Redactor;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** Where commands and use cases meet. */
final class WiredUseCases implements UseCases {

    /** Beyond --timeout: for ending codex, for its last output and for the report, on a slow disk. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** From a signal to taking the result for lost: all files are then written again, which takes its time. */
    private static final Duration READERS_TIME = Duration.ofSeconds(3);

    @Override
    public int exec(ExecRequest request, Surroundings surroundings) {
        Redactor redactor = new Redactor();
        Cancellation cancellation = new Cancellation();
        Clock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
        RunnerConfig config = request.config().config();
        AtomicBoolean ended = new AtomicBoolean();
        try (Signals signals = Signals.cancelling(cancellation);
                LastMoment lastMoment = LastMoment.haltingIn(
                        config.limits().timeout().plus(PATIENCE), FailureKind.TIMEOUT.exitCode(), () -> {
                            cancellation.lastWords();
                            // After it: standard error may be what the run is stuck at.
                            RunFailure halted = ended.get() ? RunFailure.HALTED_AT_THE_END : RunFailure.HALTED;
                            FailurePrinter.print(halted.with(), surroundings.err());
                        });
                Progress progress = ProgressDisplays.create(
                        config.report().progress(),
                        surroundings.errIsTerminal(),
                        surroundings.err(),
                        redactor,
                        clock.instant(),
                        config.task().cd())) {
            RunResult result = new ExecJob(environment(surroundings, clock), redactor, progress, cancellation)
                    .run(request.config(), Optional.of(request.prompt()));
            ended.set(true);
            Runnable halted =
                    () -> result.haltedBy(cancellation.failure().orElseGet(RunFailure.HALTED_AT_THE_END::with));
            cancellation.onHalt(halted);
            try (Cancellation.Registration signalled =
                    cancellation.onCancel(signal -> lastMoment.in(READERS_TIME, halted))) {
                progress.close();
                return show(result, request.config(), redactor, surroundings);
            }
        }
    }

    @Override
    public int replay(ReplayRequest request, Surroundings surroundings) {
        Redactor redactor = new Redactor();
        RunResult result = new ReplayJob(environment(surroundings, Clock.systemUTC()), redactor)
                .run(request.config().config(), request.events(), request.codexExitCode(), request.codexStderr());
        return show(result, request.config(), redactor, surroundings);
    }

    @Override
    public int doctor(ResolvedConfig config, Surroundings surroundings) {
        Cancellation cancellation = new Cancellation();
        try (Signals signals = Signals.cancelling(cancellation)) {
            DoctorReport report = new Doctor(environment(surroundings, Clock.systemUTC()), new Redactor(), cancellation)
                    .examine(config);
            boolean json = config.config().report().json();
            surroundings.out().print(json ? DoctorOutput.json(report) : DoctorOutput.text(report));
            return report.exitCode();
        }
    }

    @Override
    public int rotation(RotationRequest request, Surroundings surroundings) {
        return new RotationUseCase(request, surroundings).run();
    }

    static RunSurroundings environment(Surroundings surroundings, Clock clock) {
        return new RunSurroundings(
                surroundings.environment(),
                surroundings.in(),
                clock,
                System::nanoTime,
                RandomGenerator.getDefault(),
                HostName.of(surroundings.environment()),
                VersionCommand.version());
    }

    @Override
    public List<Failure> refused(UnusableConfig config, Failure why, Surroundings surroundings) {
        return new UnreportedRun(environment(surroundings, Clock.systemUTC()), new Redactor()).refused(config, why);
    }

    /**
     * The result on standard output, the verdict and where the record lies on standard error. A result that nobody got is no
     * success.
     */
    private static int show(RunResult result, ResolvedConfig config, Redactor redactor, Surroundings surroundings) {
        try {
            if (!isPrinted(result, config.config().report().json(), surroundings.out())) {
                result.lose(CliFailure.RESULT_NOT_PRINTED.with());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            result.haltedBy(FailurePrinter.internal(bug));
        }
        new VerdictPrinter(redactor, surroundings.err()).print(result);
        return result.exitCode();
    }

    private static boolean isPrinted(RunResult result, boolean json, PrintStream out) {
        if (json) {
            // A PrintStream swallows a full disk and a closed pipe, and tells of it when it is asked.
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            try {
                StandardOutput.writeJson(result.report(), text);
                text.flush();
            } catch (IOException full) {
                return false;
            }
        } else {
            out.print(StandardOutput.answer(result.judged()));
        }
        return !out.checkError();
    }
}
