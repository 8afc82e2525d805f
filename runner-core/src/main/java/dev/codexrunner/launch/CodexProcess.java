package dev.codexrunner.launch;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.commons.exec.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * A running process and everything that it starts. It ends when it is done, at one of its bounds, or when told to; then
 * nothing of it is left, and {@link #await()} says how it went.
 */
public final class CodexProcess {

    /** Why the process is to end; the first one counts. */
    private record Cause(Ending ending, OptionalInt cancelSignal) {
        static Cause of(Ending ending) {
            return new Cause(ending, OptionalInt.empty());
        }
    }

    private static final int KILLED = 137;

    private final LaunchPlan plan;
    private final GracePeriods grace;
    private final LongSupplier nanoTime;
    private final boolean ownSession;
    private final SupervisedStreams streams;
    private final CapturingExecutor executor;
    private final LinkedBlockingQueue<Cause> causes = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable Cause> cause = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> outputFailure = new AtomicReference<>();
    private final CompletableFuture<ProcessExit> exit = new CompletableFuture<>();
    private final long startedAt;
    private volatile long lastOutputAt;
    private volatile long endedAt;

    private CodexProcess(
            LaunchPlan plan,
            boolean ownSession,
            GracePeriods grace,
            LongSupplier nanoTime,
            OutputStream stdout,
            OutputStream stderr) {
        this.plan = plan;
        this.ownSession = ownSession;
        this.grace = grace;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.lastOutputAt = startedAt;
        this.streams = new SupervisedStreams(
                plan.input(),
                stdout,
                stderr,
                () -> lastOutputAt = nanoTime.getAsLong(),
                this::onOutputFailure,
                this::onProcessEnd);
        this.executor = new CapturingExecutor(streams, plan.workingFolder());
    }

    static CodexProcess start(
            LaunchPlan plan,
            ChildSession session,
            GracePeriods grace,
            LongSupplier nanoTime,
            OutputStream stdout,
            OutputStream stderr) {
        CodexProcess process = new CodexProcess(plan, session.isSeparate(), grace, nanoTime, stdout, stderr);
        CommandLine line = new CommandLine(ChildSession.SHELL);
        // Without quoting: Commons Exec would add quotes that no shell takes away again.
        session.shellArguments(plan.program(), plan.arguments()).forEach(argument -> line.addArgument(argument, false));
        daemon("codex-process", () -> process.run(line));
        try {
            process.executor.started().join();
        } catch (CompletionException e) {
            throw LaunchFailure.CODEX_NOT_STARTED.with(reason(e)).asException();
        }
        daemon("codex-supervisor", process::supervise);
        return process;
    }

    /** The system's own words; with an argument list in them they would be too long, and name the prompt's folder. */
    private static String reason(CompletionException e) {
        String message = e.getCause() == null ? null : e.getCause().getMessage();
        return message == null ? "unknown error" : message.replaceFirst("^Cannot run program \".*\"[^:]*: ", "");
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(CommandLine line) {
        try {
            executor.runToEnd(line, plan.environment().markedBy(plan.runId()).variables());
        } finally {
            // Only where Commons Exec itself failed, for want of threads or memory: nobody must wait for ever.
            if (exit.completeExceptionally(new IllegalStateException("supervision ended early"))
                    && executor.started().isDone()
                    && !executor.started().isCompletedExceptionally()) {
                tree().kill(grace.leftovers());
            }
        }
    }

    public long pid() {
        return process().pid();
    }

    private Process process() {
        return executor.started().join();
    }

    private ProcessTree tree() {
        return new ProcessTree(pid(), ownSession, plan.runId());
    }

    /**
     * Ends the process and all that it started, within the grace periods. Returns at once; may be called from any
     * thread, more than once, and after the end.
     *
     * @param signal the signal to the runner that is the reason, if one is
     */
    public void cancel(OptionalInt signal) {
        causes.add(new Cause(Ending.CANCELLED, signal));
    }

    /** The same, because a budget is used up. */
    public void endForLimit() {
        causes.add(Cause.of(Ending.LIMIT));
    }

    /**
     * Waits for the end, which comes within the plan's timeout and the grace periods. A thread that is interrupted
     * meanwhile cancels the process, and stays interrupted.
     */
    public ProcessExit await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return exit.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel(OptionalInt.empty());
                } catch (ExecutionException e) {
                    throw new IllegalStateException("supervision failed", e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void onOutputFailure(Exception failure) {
        if (outputFailure.compareAndSet(null, failure)) {
            causes.add(Cause.of(Ending.OUTPUT_FAILED));
        }
    }

    private void supervise() {
        try {
            Cause first = firstCause();
            cause.compareAndSet(null, first);
            if (first.ending() != Ending.EXITED) {
                end();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private Cause firstCause() throws InterruptedException {
        while (true) {
            long now = nanoTime.getAsLong();
            long untilTimeout = plan.timeout().toNanos() - (now - startedAt);
            long untilIdle = plan.idleTimeout().toNanos() - (now - lastOutputAt);
            Cause cause = causes.poll(Math.max(0, Math.min(untilTimeout, untilIdle)), TimeUnit.NANOSECONDS);
            if (cause != null) {
                return cause;
            }
            now = nanoTime.getAsLong();
            if (now - startedAt >= plan.timeout().toNanos()) {
                return Cause.of(Ending.TIMEOUT);
            }
            if (now - lastOutputAt >= plan.idleTimeout().toNanos()) {
                return Cause.of(Ending.IDLE_TIMEOUT);
            }
        }
    }

    private void end() throws InterruptedException {
        tree().interrupt();
        if (endsWithin(grace.interrupt())) {
            return;
        }
        tree().terminate();
        if (endsWithin(grace.terminate())) {
            return;
        }
        tree().kill(grace.leftovers());
        if (!endsWithin(grace.leftovers())) {
            // Not even KILL ended it: it hangs in the kernel, on a dead network drive for instance. We don't.
            endedAt = nanoTime.getAsLong();
            exit.complete(result(KILLED, false, tree().members().size()));
        }
    }

    private boolean endsWithin(Duration bound) throws InterruptedException {
        return process().waitFor(bound.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** On Commons Exec's thread, once the process itself has ended. */
    private void onProcessEnd() {
        try {
            endedAt = nanoTime.getAsLong();
            cause.compareAndSet(null, Cause.of(Ending.EXITED));
            causes.add(Cause.of(Ending.EXITED));
            int leftovers = tree().end(grace.leftovers());
            boolean drained =
                    streams.drain(reason().ending() == Ending.EXITED ? grace.drainAfterExit() : grace.drain());
            exit.complete(result(process().exitValue(), drained, leftovers));
        } catch (InterruptedException | RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private Cause reason() {
        return Optional.ofNullable(cause.get()).orElseThrow();
    }

    private ProcessExit result(int exitCode, boolean drained, int leftovers) {
        return new ProcessExit(
                exitCode,
                ProcessExit.signalOf(exitCode),
                reason().ending(),
                reason().cancelSignal(),
                Duration.ofNanos(endedAt - startedAt),
                !drained,
                leftovers,
                Optional.ofNullable(outputFailure.get()));
    }
}
