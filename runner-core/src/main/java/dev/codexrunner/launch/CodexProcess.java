package dev.codexrunner.launch;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.exec.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * A running process and everything that it starts. It ends when it is done, at one of its bounds, or when told to; then
 * nothing of it is left, and {@link #await()} says how it went.
 */
public final class CodexProcess {

    private static final int KILLED = 137;

    private final LaunchPlan plan;
    private final ChildSession session;
    private final GracePeriods grace;
    private final Watchdog watchdog;
    private final SupervisedStreams streams;
    private final CapturingExecutor executor;
    private final AtomicReference<@Nullable Exception> outputFailure = new AtomicReference<>();
    private final CompletableFuture<ProcessExit> exit = new CompletableFuture<>();

    CodexProcess(
            LaunchPlan plan,
            ChildSession session,
            GracePeriods grace,
            Watchdog watchdog,
            OutputStream stdout,
            OutputStream stderr) {
        this.plan = plan;
        this.session = session;
        this.grace = grace;
        this.watchdog = watchdog;
        this.streams = new SupervisedStreams(
                plan.input(), stdout, stderr, watchdog::onOutput, this::onOutputFailure, this::onProcessEnd);
        this.executor = new CapturingExecutor(streams, plan.workingFolder());
    }

    /** Once; returns when the process is there. */
    CodexProcess start() {
        daemon("codex-process", this::run);
        try {
            executor.started().join();
        } catch (CompletionException e) {
            throw LaunchFailure.CODEX_NOT_STARTED.with(reason(e)).asException();
        }
        daemon("codex-supervisor", this::supervise);
        return this;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        CommandLine line = new CommandLine(ChildSession.SHELL);
        // Without quoting: Commons Exec would add quotes that no shell takes away again.
        session.shellArguments(plan.program(), plan.arguments(), plan.runId())
                .forEach(argument -> line.addArgument(argument, false));
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

    /** The system's own words, without the command line, which names the user's folders. */
    private static String reason(CompletionException e) {
        String message = e.getCause() == null ? null : e.getCause().getMessage();
        return message == null ? "unknown error" : message.replaceFirst("^Cannot run program \".*\"[^:]*: ", "");
    }

    /** The system's number for it. */
    public long pid() {
        return process().pid();
    }

    private Process process() {
        return executor.started().join();
    }

    private ProcessTree tree() {
        return new ProcessTree(pid(), session.isSeparate(), plan.runId());
    }

    /**
     * Ends the process and all that it started, within the grace periods. Returns at once; may be called from any
     * thread, more than once, and after the end.
     *
     * @param signal the signal to the runner that is the reason, if one is
     */
    public void cancel(OptionalInt signal) {
        watchdog.end(new Watchdog.Reason(Ending.CANCELLED, signal));
    }

    /** The same, because a budget is used up. */
    public void endForLimit() {
        watchdog.end(Watchdog.Reason.of(Ending.LIMIT));
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
                    throw new IllegalStateException("supervision failed", e.getCause());
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
            watchdog.end(Watchdog.Reason.of(Ending.OUTPUT_FAILED));
        }
    }

    private void supervise() {
        try {
            if (watchdog.awaitReason().ending() != Ending.EXITED) {
                end();
            }
        } catch (InterruptedException | RuntimeException e) {
            exit.completeExceptionally(e);
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
            exit.complete(result(KILLED, false, tree().members().size()));
        }
    }

    private boolean endsWithin(Duration bound) throws InterruptedException {
        return process().waitFor(bound.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** On Commons Exec's thread, once the process itself has ended. */
    private void onProcessEnd() {
        try {
            watchdog.end(Watchdog.Reason.of(Ending.EXITED));
            boolean byItself = reason().ending() == Ending.EXITED;
            int leftovers = tree().end(grace.leftovers());
            boolean drained = streams.drain(byItself ? grace.drainAfterExit() : grace.drain());
            exit.complete(result(process().exitValue(), drained, leftovers));
        } catch (InterruptedException | RuntimeException e) {
            exit.completeExceptionally(e);
        }
    }

    private Watchdog.Reason reason() {
        return watchdog.settle(Watchdog.Reason.of(Ending.EXITED));
    }

    private ProcessExit result(int exitCode, boolean drained, int leftovers) {
        return new ProcessExit(
                exitCode,
                ProcessExit.signalOf(exitCode),
                reason().ending(),
                reason().cancelSignal(),
                watchdog.elapsed(),
                !drained,
                leftovers,
                Optional.ofNullable(outputFailure.get()));
    }
}
