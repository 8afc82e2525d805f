package dev.codexrunner.rotation.check;

import dev.codexrunner.config.Durations;
import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.rotation.RotationPaths;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Looks at several paths, a few at a time; what is wrong with one hides nothing about another. */
public final class CheckJob {

    private static final int AT_A_TIME = 4;

    /** For requests that were cut off to hang up, before the Vault token they use is revoked. */
    private static final Duration HANGING_UP = Duration.ofSeconds(2);

    private final RotationCheckConfig limits;
    private final IdentityQuestion service;
    private final VaultSilence vault = new VaultSilence();
    private final Clock clock;
    private final Function<Throwable, Failure> bug;

    /** @param bug the failure that stands for a bug of ours */
    public CheckJob(
            RotationCheckConfig limits, IdentityQuestion service, Clock clock, Function<Throwable, Failure> bug) {
        this.limits = limits;
        this.service = new ServiceSilence(service);
        this.clock = clock;
        this.bug = bug;
    }

    /**
     * Looks at all of them.
     *
     * @param within what is left of the time that the whole check may take
     * @param timeout that time, as the report of a path names it that was not examined
     * @param opening finds the engine of a path; a failure of it is that path's
     * @throws InterruptedException where the check was to end; nothing of it goes on then
     */
    public List<PathReport> examine(
            List<RotationPaths> paths, Duration within, Duration timeout, Function<RotationPaths, CheckedPath> opening)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_A_TIME, Math.max(1, paths.size())));
        try {
            List<Callable<PathReport>> looks = new ArrayList<>();
            for (RotationPaths one : paths) {
                looks.add(() -> report(one, opening));
            }
            List<Future<PathReport>> ended = pool.invokeAll(looks, within.toMillis(), TimeUnit.MILLISECONDS);
            List<PathReport> reports = new ArrayList<>();
            for (int i = 0; i < ended.size(); i++) {
                reports.add(
                        ended.get(i).isCancelled()
                                ? notExamined(paths.get(i), timeout)
                                : ended.get(i).get());
            }
            pool.shutdownNow();
            boolean unused = pool.awaitTermination(HANGING_UP.toMillis(), TimeUnit.MILLISECONDS);
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

    /** All of them, where the time was over before the first of them could be looked at. */
    public static List<PathReport> notExamined(List<RotationPaths> paths, Duration timeout) {
        return paths.stream().map(path -> notExamined(path, timeout)).toList();
    }

    private PathReport report(RotationPaths one, Function<RotationPaths, CheckedPath> opening) {
        try {
            return new PathCheck(vault.open(one, opening), service, limits, clock).run();
        } catch (FailureException failed) {
            return failed(one, failed.failure());
        } catch (RuntimeException | Error unexpected) {
            return failed(one, bug.apply(unexpected));
        }
    }

    private static PathReport notExamined(RotationPaths path, Duration timeout) {
        return failed(path, CheckFailure.ROTATION_PATH_NOT_EXAMINED.with(path, Durations.format(timeout)));
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
