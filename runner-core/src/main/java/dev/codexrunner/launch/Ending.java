package dev.codexrunner.launch;

/** Why a supervised process ended. */
public enum Ending {
    /** By itself, or by a signal that was not ours. */
    EXITED,
    /** The bound for the whole run passed. */
    TIMEOUT,
    /** It printed nothing on standard output for too long. */
    IDLE_TIMEOUT,
    /** The runner was told to stop. */
    CANCELLED,
    /** A budget of the run was used up. */
    LIMIT,
    /** What it printed could no longer be taken in, for instance because the disk is full. */
    OUTPUT_FAILED
}
