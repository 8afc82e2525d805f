package dev.codexrunner.rotation.check;

import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.rotation.RotationPaths;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Looks at several paths, a few at a time; what is wrong with one hides nothing about another. */
public final class CheckJob {

    private static final int AT_A_TIME = 4;

    private final RotationCheckConfig limits;
    private final IdentityQuestion service;
    private final Clock clock;
    private final Function<Throwable, Failure> bug;

    /** @param bug the failure that stands for a bug of ours */
    public CheckJob(
            RotationCheckConfig limits, IdentityQuestion service, Clock clock, Function<Throwable, Failure> bug) {
        this.limits = limits;
        this.service = service;
        this.clock = clock;
        this.bug = bug;
    }

    /**
     * Looks at all of them.
     *
     * @param opening finds the engine of a path; a failure of it is that path's
     * @throws InterruptedException where the check was to end; nothing of it goes on then
     */
    public List<PathReport> examine(List<RotationPaths> paths, Function<RotationPaths, CheckedPath> opening)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_A_TIME, Math.max(1, paths.size())));
        try {
            List<Future<PathReport>> under = new ArrayList<>();
            for (RotationPaths one : paths) {
                under.add(pool.submit(() -> report(one, opening)));
            }
            List<PathReport> reports = new ArrayList<>();
            for (Future<PathReport> report : under) {
                reports.add(report.get());
            }
            return reports;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** All of them, where there is no way to any of them. */
    public static List<PathReport> unreachable(List<RotationPaths> paths, Failure failure) {
        return paths.stream().map(path -> failed(path, failure)).toList();
    }

    private PathReport report(RotationPaths one, Function<RotationPaths, CheckedPath> opening) {
        try {
            return new PathCheck(opening.apply(one), service, limits, clock).run();
        } catch (FailureException failed) {
            return failed(one, failed.failure());
        } catch (RuntimeException | Error unexpected) {
            return failed(one, bug.apply(unexpected));
        }
    }

    private static PathReport failed(RotationPaths path, Failure failure) {
        return new PathReport(
                path.toString(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(Finding.failed(Aspect.SECRET, failure)));
    }
}
