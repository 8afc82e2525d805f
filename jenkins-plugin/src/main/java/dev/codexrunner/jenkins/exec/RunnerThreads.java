package dev.codexrunner.jenkins.exec;

import hudson.init.Terminator;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.security.ImpersonatingExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Few threads for what waits for agents before a run and after it; during a run none is taken. Two pools: an installation of
 * codex may take minutes, and must not hold up the end of other runs.
 */
public final class RunnerThreads {

    private static final int MOST = 8;
    private static final long IDLE_SECONDS = 30;

    private static @Nullable ExecutorService starting;
    private static @Nullable ExecutorService finishing;

    private RunnerThreads() {}

    static synchronized ExecutorService starting() {
        ExecutorService pool = starting == null ? pool("codex-runner start") : starting;
        starting = pool;
        return pool;
    }

    static synchronized ExecutorService finishing() {
        ExecutorService pool = finishing == null ? pool("codex-runner finish") : finishing;
        finishing = pool;
        return pool;
    }

    private static ExecutorService pool(String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST,
                MOST,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(new DaemonThreadFactory(), name));
        pool.allowCoreThreadTimeOut(true);
        return new ImpersonatingExecutorService(pool, ACL.SYSTEM2);
    }

    /** What was under way is done again when the builds are resumed. */
    @Terminator
    public static synchronized void shutDown() {
        if (starting != null) {
            starting.shutdownNow();
            starting = null;
        }
        if (finishing != null) {
            finishing.shutdownNow();
            finishing = null;
        }
    }
}
