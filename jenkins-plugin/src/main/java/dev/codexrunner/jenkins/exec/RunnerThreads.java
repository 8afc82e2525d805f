package dev.codexrunner.jenkins.exec;

import hudson.init.Terminator;
import hudson.security.ACL;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.security.ImpersonatingExecutorService;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Threads for what waits for agents; while a run is under way none is taken. Each agent has its share of them, and no more:
 * one that does not answer holds up nobody's steps but its own. And it has one share for each sort of work, as an
 * installation of codex may take minutes and must not hold up the end of other runs.
 */
@Restricted(NoExternalUse.class)
public final class RunnerThreads {

    /** What is done for an agent's steps. */
    enum Work {
        START,
        FINISH,
        STOP
    }

    private static final Logger LOGGER = Logger.getLogger(RunnerThreads.class.getName());
    private static final int MOST_FOR_AN_AGENT = 4;
    private static final long IDLE_SECONDS = 30;

    private static @Nullable RunnerThreads current;

    private final ExecutorService threads;
    /** Hands work to the others and interrupts them; never waits for anything. */
    private final ScheduledThreadPoolExecutor clock;

    private final Map<Work, Map<String, AgentShare>> shares = new EnumMap<>(Work.class);
    private volatile boolean down;

    private RunnerThreads() {
        threads = new ImpersonatingExecutorService(
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        new NamingThreadFactory(new DaemonThreadFactory(), "codex-runner")),
                ACL.SYSTEM2);
        clock = new ScheduledThreadPoolExecutor(
                1, new NamingThreadFactory(new DaemonThreadFactory(), "codex-runner clock"));
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static synchronized RunnerThreads get() {
        RunnerThreads threads = current == null ? new RunnerThreads() : current;
        current = threads;
        return threads;
    }

    /** In the share of an agent. */
    void execute(Work work, String node, Runnable task) {
        synchronized (shares) {
            Map<String, AgentShare> all = shares.computeIfAbsent(work, each -> new HashMap<>());
            // Agents come and go, often under a name of their own each.
            all.values().removeIf(AgentShare::isIdle);
            all.computeIfAbsent(node, each -> new AgentShare(this::execute, MOST_FOR_AN_AGENT))
                    .execute(task);
        }
    }

    /** For what waits for no agent. Jenkins that goes down has it done again when the builds are resumed. */
    void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException shutDown) {
            LOGGER.log(Level.FINE, "Jenkins goes down", shutDown);
        }
    }

    Future<?> later(long milliseconds, Work work, String node, Runnable task) {
        return alarm(milliseconds, () -> execute(work, node, task));
    }

    Future<?> later(long milliseconds, Runnable task) {
        return alarm(milliseconds, () -> execute(task));
    }

    /** For what takes no time. */
    Future<?> alarm(long milliseconds, Runnable task) {
        try {
            return clock.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Whether an interruption is Jenkins' that goes down; any other is an agent's, or somebody's who stops a step. */
    boolean areDown() {
        return down;
    }

    /** What was under way is done again when the builds are resumed. */
    @Terminator
    public static synchronized void shutDown() {
        RunnerThreads threads = current;
        if (threads != null) {
            threads.down = true;
            threads.clock.shutdownNow();
            threads.threads.shutdownNow();
            current = null;
        }
    }
}
