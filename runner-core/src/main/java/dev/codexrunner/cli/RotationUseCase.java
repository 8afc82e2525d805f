package dev.codexrunner.cli;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.StatedExpiry;
import dev.codexrunner.config.VaultPath;
import dev.codexrunner.credential.vault.VaultSession;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.progress.ProgressDisplays;
import dev.codexrunner.rotation.ConfirmRevokedRequest;
import dev.codexrunner.rotation.MetadataMode;
import dev.codexrunner.rotation.PromoteRequest;
import dev.codexrunner.rotation.RollbackRequest;
import dev.codexrunner.rotation.Rotation;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.StageRequest;
import dev.codexrunner.rotation.StepNotes;
import dev.codexrunner.rotation.StepResult;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.VerifyRequest;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.run.SteadyClock;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One command of {@code rotation}, from its configuration to its exit code. */
final class RotationUseCase {

    private final UseCases.RotationRequest request;
    private final RunnerConfig config;
    private final Surroundings surroundings;
    private final Redactor redactor = new Redactor();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> warnings = new ArrayList<>();
    private final RotationPrinter printer;
    private final RotationBounds bounds;
    private StepNotes told = StepNotes.NONE;

    RotationUseCase(UseCases.RotationRequest request, Surroundings surroundings) {
        this.request = request;
        this.config = request.config().config();
        this.surroundings = surroundings;
        this.bounds = RotationBounds.of(request.action(), request.config());
        this.printer =
                new RotationPrinter(redactor, surroundings, config.report().json());
    }

    int run() {
        warnings.addAll(request.config().warnings());
        KnownSecrets.of(config, surroundings.environment()).forEach(redactor::learn);
        Clock clock = new SteadyClock(Clock.systemUTC(), System::nanoTime);
        RunSurroundings world = WiredUseCases.environment(surroundings, clock);
        Thread worker = Thread.currentThread();
        try (Signals signals = Signals.cancelling(cancellation);
                LastMoment lastMoment = halting(bounds.halt(), surroundings.err());
                Cancellation.Registration interrupting = cancellation.onCancel(signal -> worker.interrupt())) {
            int exitCode = request.action() == RotationAction.CHECK ? check(world) : step(world);
            return printer.delivered() ? exitCode : printer.undelivered(exitCode);
        }
    }

    static LastMoment halting(Duration bound, PrintStream err) {
        return LastMoment.haltingIn(
                bound,
                FailureKind.TIMEOUT.exitCode(),
                () -> FailurePrinter.print(CliFailure.ROTATION_HALTED.with(), err));
    }

    private int check(RunSurroundings world) {
        try {
            return new RotationCheckUseCase(request.config(), world, redactor, printer, cancellation, bounds.work())
                    .run(warnings);
        } catch (FailureException failed) {
            warnings.addAll(redactor.notices());
            printer.warn(warnings);
            printer.failure(failed.failure());
            return failed.failure().exitCode();
        }
    }

    private int step(RunSurroundings world) {
        Runnable shown;
        int exitCode = FailureKind.SUCCESS.exitCode();
        try {
            shown = timed(world, token());
        } catch (FailureException failed) {
            Failure failure = cancellation.failure().orElse(failed.failure());
            shown = () -> printer.failed(request.action(), failure, told.lines(), warnings);
            exitCode = failure.exitCode();
        }
        warnings.addAll(redactor.notices());
        shown.run();
        return exitCode;
    }

    private Optional<Secret> token() {
        if (request.action() != RotationAction.STAGE) {
            return Optional.empty();
        }
        Secret token = StagedToken.read(config.token(), surroundings, bounds.input());
        redactor.learn(token);
        return Optional.of(token);
    }

    private Runnable timed(RunSurroundings world, Optional<Secret> token) {
        try (StepTimer timer = StepTimer.interrupting(Thread.currentThread(), bounds.work())) {
            try {
                return done(world, token);
            } catch (FailureException failed) {
                throw timer.cause(failed);
            }
        }
    }

    /** Does the step; what is to be shown is shown when Vault's token is given back and all warnings are known. */
    private Runnable done(RunSurroundings world, Optional<Secret> token) {
        RotationWiring wiring = new RotationWiring(request.config(), world, redactor);
        warnings.addAll(wiring.authorities().warnings());
        RotationPaths paths = RotationPaths.of(
                config.vault().secret().vaultPath().flatMap(VaultPath::parse).orElseThrow());
        VaultSession vault = wiring.openVault();
        try (vault;
                Progress progress = ProgressDisplays.create(
                        config.report().progress(),
                        surroundings.errIsTerminal(),
                        surroundings.err(),
                        redactor,
                        world.clock().instant(),
                        config.task().cd())) {
            Rotation rotation = wiring.rotation(
                    paths, wiring.secrets(vault, paths), vault.identity(), wiring.verification(progress, cancellation));
            if (request.action() == RotationAction.STATUS) {
                var status = rotation.status();
                warnings.addAll(status.warnings());
                return () -> printer.status(status, warnings);
            }
            StepResult result = told(rotation, token);
            return () -> printer.done(result, warnings);
        } finally {
            // Complete only now that it is closed; a cancelled one is closed as well.
            warnings.addAll(vault.warnings());
        }
    }

    /** Keeps what a step had to tell where it fails, too. */
    private StepResult told(Rotation rotation, Optional<Secret> token) {
        try {
            return step(rotation, token);
        } finally {
            told = rotation.notes();
            warnings.addAll(told.warnings());
        }
    }

    private StepResult step(Rotation rotation, Optional<Secret> token) {
        var wanted = config.rotation();
        return switch (request.action()) {
            case STAGE ->
                rotation.stage(new StageRequest(
                        token.orElseThrow(),
                        wanted.owner().orElseThrow(),
                        wanted.tokenName().orElseThrow(),
                        wanted.expiresAt().map(RotationUseCase::expiry),
                        wanted.replace(),
                        wanted.expectLiveVersion(),
                        metadata()));
            case VERIFY -> rotation.verify(new VerifyRequest(wanted.allowIdentityChange()));
            case PROMOTE -> rotation.promote(new PromoteRequest(wanted.expectLiveVersion()));
            case ROLLBACK -> rotation.rollback(new RollbackRequest(wanted.expectLiveVersion()));
            case CONFIRM_REVOKED -> rotation.confirmRevoked(new ConfirmRevokedRequest(wanted.unproven()));
            case STATUS, CHECK -> throw new IllegalStateException("no step: " + request.action());
        };
    }

    private static TokenExpiry expiry(StatedExpiry stated) {
        return stated.at().map(TokenExpiry::at).orElseGet(TokenExpiry::never);
    }

    private Optional<MetadataMode> metadata() {
        return switch (config.rotation().rotationMetadata()) {
            case AUTO -> Optional.empty();
            case CUSTOM -> Optional.of(MetadataMode.CUSTOM);
            case FIELDS -> Optional.of(MetadataMode.FIELDS);
        };
    }
}
