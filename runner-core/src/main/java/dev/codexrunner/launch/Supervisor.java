package dev.codexrunner.launch;

import java.io.OutputStream;
import java.util.function.LongSupplier;

/** Starts processes, each with bounds that it can't outlive. */
public final class Supervisor {

    private final ChildSession session;
    private final GracePeriods grace;
    private final LongSupplier nanoTime;

    /**
     * @param session how children are started
     * @param grace how long each step of ending may take
     * @param nanoTime a clock that only goes forward, as {@link System#nanoTime()}
     */
    public Supervisor(ChildSession session, GracePeriods grace, LongSupplier nanoTime) {
        this.session = session;
        this.grace = grace;
        this.nanoTime = nanoTime;
    }

    /** For this machine, with the standard grace periods. */
    public static Supervisor ofThisSystem() {
        return new Supervisor(ChildSession.ofThisSystem(), GracePeriods.standard(), System::nanoTime);
    }

    /**
     * Starts a process. From now on it is watched, whether or not anybody waits for it.
     *
     * @param plan what to start
     * @param stdout takes its standard output as it comes, on a thread of its own; never closed or flushed here. One that
     *     throws ends the process
     * @param stderr takes its standard error likewise
     * @throws dev.codexrunner.failure.FailureException when it can't be started
     */
    public CodexProcess start(LaunchPlan plan, OutputStream stdout, OutputStream stderr) {
        Watchdog watchdog = new Watchdog(nanoTime, plan.timeout(), plan.idleTimeout());
        return new CodexProcess(plan, session, grace, watchdog, stdout, stderr).start();
    }
}
