package dev.codexrunner.jenkins.exec;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A limit for what waits for an agent: one that does not answer is given up. */
@Restricted(NoExternalUse.class)
public final class AgentLimit {

    /** What waits for an agent. */
    @FunctionalInterface
    public interface Waiting<T extends @Nullable Object> {
        T get() throws IOException, InterruptedException;
    }

    private final Thread waiting = Thread.currentThread();
    private boolean over;
    private boolean rang;

    private AgentLimit() {}

    /**
     * Interrupts this thread where it takes longer.
     *
     * @throws IOException where it did
     * @throws InterruptedException where somebody else interrupted it
     */
    public static <T extends @Nullable Object> T within(Duration limit, String node, Waiting<T> work)
            throws IOException, InterruptedException {
        AgentLimit bound = new AgentLimit();
        Future<?> alarm = RunnerThreads.get().alarm(limit.toMillis(), bound::ring);
        try {
            return work.get();
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (bound.end()) {
                throw new IOException(Messages.AgentLimit_silent(node, limit.toSeconds()), e);
            }
            throw e;
        } finally {
            bound.end();
            alarm.cancel(false);
        }
    }

    private synchronized void ring() {
        if (!over) {
            rang = true;
            waiting.interrupt();
        }
    }

    /** Whether it rang before. Its interruption is not for what this thread does next. */
    private synchronized boolean end() {
        if (!over && rang) {
            Thread.interrupted();
        }
        over = true;
        return rang;
    }
}
