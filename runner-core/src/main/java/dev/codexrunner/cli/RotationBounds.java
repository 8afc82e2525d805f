package dev.codexrunner.cli;

import dev.codexrunner.config.Durations;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.rotation.CodexProbe;
import java.time.Duration;

/**
 * How long a command of {@code rotation} may take.
 *
 * @param input until the token has come in over standard input
 * @param work from then on
 * @param halt of all together, where nothing else could end it
 */
record RotationBounds(Duration input, Duration work, Duration halt) {

    /** For a handful of requests, each with a bound of its own. */
    private static final Duration REQUESTS = Duration.ofMinutes(5);

    /** For many paths. */
    private static final Duration CHECK = Duration.ofMinutes(10);

    static RotationBounds of(RotationAction action, ResolvedConfig resolved) {
        Duration given = RotationWiring.timeoutOr(usual(action), resolved);
        Duration input = action == RotationAction.STAGE ? given : Duration.ZERO;
        Duration work = runsCodex(action) ? given.plus(REQUESTS) : given;
        Duration vault = resolved.config().vault().vaultTimeout();
        return new RotationBounds(input, work, input.plus(work).plus(vault).plus(WiredUseCases.PATIENCE));
    }

    private static Duration usual(RotationAction action) {
        return switch (action) {
            case STAGE, PROMOTE, CONFIRM_REVOKED, STATUS -> REQUESTS;
            // A word is said sooner than a job is done, so the default of a job's bound does not count.
            case VERIFY, ROLLBACK -> CodexProbe.USUAL_TIMEOUT;
            case CHECK -> CHECK;
        };
    }

    private static boolean runsCodex(RotationAction action) {
        return action == RotationAction.VERIFY || action == RotationAction.ROLLBACK;
    }

    /** What {@code --timeout} is to that command. */
    static String description(RotationAction action) {
        String what = switch (action) {
            case STAGE -> "bound for the token on standard input, and then for the step";
            case PROMOTE, CONFIRM_REVOKED, STATUS -> "bound for the whole command";
            case VERIFY, ROLLBACK ->
                "bound for the tiny run of codex that proves the token; all else may take " + Durations.format(REQUESTS)
                        + " together";
            case CHECK -> "bound for all paths together";
        };
        return what + " [" + Durations.format(usual(action)) + "]";
    }
}
