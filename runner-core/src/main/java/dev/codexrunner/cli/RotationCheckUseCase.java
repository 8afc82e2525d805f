package dev.codexrunner.cli;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.VaultPath;
import dev.codexrunner.credential.vault.VaultSession;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.failure.ExitCodePrecedence;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.outcome.EndFailure;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.SharedFilePlaces;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.Verification;
import dev.codexrunner.rotation.check.CheckDocument;
import dev.codexrunner.rotation.check.CheckFormats;
import dev.codexrunner.rotation.check.CheckJob;
import dev.codexrunner.rotation.check.CheckReport;
import dev.codexrunner.rotation.check.CheckedPath;
import dev.codexrunner.rotation.check.PathReport;
import dev.codexrunner.rotation.check.PathsFile;
import dev.codexrunner.rotation.check.ResultFiles;
import dev.codexrunner.rotation.check.ResultPlaces;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code rotation check}: the scheduled look at the live tokens. */
final class RotationCheckUseCase {

    private final ResolvedConfig resolved;
    private final RunnerConfig config;
    private final RunSurroundings world;
    private final Redactor redactor;
    private final RotationPrinter printer;
    private final Cancellation cancellation;
    private final Duration timeout;

    /** @param timeout how long the look at all paths together may take */
    RotationCheckUseCase(
            ResolvedConfig resolved,
            RunSurroundings world,
            Redactor redactor,
            RotationPrinter printer,
            Cancellation cancellation,
            Duration timeout) {
        this.resolved = resolved;
        this.config = resolved.config();
        this.world = world;
        this.redactor = redactor;
        this.printer = printer;
        this.cancellation = cancellation;
        this.timeout = timeout;
    }

    /**
     * Looks, shows the result, and writes the files that were asked for. A signal leaves those as they were.
     *
     * @param warnings what is known already
     * @return the exit code
     * @throws FailureException where the paths are not to be had, or a signal came
     */
    int run(List<String> warnings) {
        SharedFilePlaces.require(
                ResultPlaces.of(config).files(),
                Optional.empty(),
                config.rotationCheck().pathsFile().stream().toList());
        List<RotationPaths> paths = paths(config);
        Instant begun = world.clock().instant();
        List<String> all = new ArrayList<>(warnings);
        List<PathReport> reports = reports(paths, begun, all);
        cancellation.failure().ifPresent(cancelled -> {
            throw cancelled.asException();
        });
        all.addAll(redactor.notices());
        CheckDocument document =
                CheckDocument.of(new CheckReport(begun, world.host(), reports, all), new ConsoleText(redactor));
        printer.out(CheckFormats.printed(document, printer.json()));
        printer.warn(all);
        List<Integer> exitCodes = new ArrayList<>(List.of(document.exitCode()));
        for (Failure unwritten : ResultFiles.write(document, ResultPlaces.of(config))) {
            printer.failure(unwritten);
            exitCodes.add(unwritten.exitCode());
        }
        return ExitCodePrecedence.of(exitCodes);
    }

    private static List<RotationPaths> paths(RunnerConfig config) {
        return config.rotationCheck()
                .pathsFile()
                .map(PathsFile::read)
                .orElseGet(() -> List.of(RotationPaths.of(config.vault()
                        .secret()
                        .vaultPath()
                        .flatMap(VaultPath::parse)
                        .orElseThrow())));
    }

    /** Where there is no way to Vault at all, that is what is to be told of each path: schedules read it there. */
    private List<PathReport> reports(List<RotationPaths> paths, Instant begun, List<String> warnings) {
        Instant end = begun.plus(timeout);
        try {
            return examine(paths, end, warnings);
        } catch (FailureException unreachable) {
            return world.clock().instant().isBefore(end)
                    ? CheckJob.unreachable(paths, unreachable.failure())
                    : CheckJob.notExamined(paths, timeout);
        }
    }

    private List<PathReport> examine(List<RotationPaths> paths, Instant end, List<String> warnings) {
        RotationWiring wiring = new RotationWiring(resolved, world, redactor);
        warnings.addAll(wiring.authorities().warnings());
        Verification verification = wiring.verification(Progress.NONE, cancellation);
        CheckJob job =
                new CheckJob(config.rotationCheck(), verification::identity, world.clock(), FailurePrinter::internal);
        VaultSession vault = wiring.openVault(end);
        try (vault) {
            String by = vault.identity();
            Duration left = Duration.between(world.clock().instant(), end);
            return job.examine(paths, left, timeout, one -> {
                VersionedSecrets secrets = wiring.secrets(vault, one);
                return new CheckedPath(
                        one,
                        secrets,
                        () -> wiring.rotation(one, secrets, by, verification).status());
            });
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw cancellation
                    .failure()
                    .orElseGet(() -> EndFailure.CANCELLED.with("unknown"))
                    .asException();
        } finally {
            warnings.addAll(vault.warnings());
        }
    }
}
