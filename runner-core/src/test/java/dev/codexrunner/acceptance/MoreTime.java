package dev.codexrunner.acceptance;

/** A bound that is to pass in the middle of a run: a machine that is too busy to come that far in time gets more of it. */
final class MoreTime {

    private static final int LONGEST_SECONDS = 30;

    private MoreTime() {}

    /** A run with this bound. */
    interface Bounded {
        FinishedRun within(int seconds) throws Exception;
    }

    /** Whether a run came as far as the test needs it to. */
    interface Reached {
        boolean by(FinishedRun run) throws Exception;
    }

    /** The first run that came so far; else the last one, with which the test fails. */
    static FinishedRun until(Reached reached, int seconds, Bounded bounded) throws Exception {
        FinishedRun run = bounded.within(seconds);
        return seconds > LONGEST_SECONDS || reached.by(run) ? run : until(reached, 2 * seconds, bounded);
    }

    /** The bound didn't pass before codex was there. */
    static boolean codexStarted(FinishedRun run) {
        return !run.text("/verdict/code").equals("timeout-before-codex");
    }
}
