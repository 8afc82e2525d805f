package dev.codexrunner.launch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The mark by which every process of a run is found again, also one that left its session and its parents.
 *
 * @param value letters, digits and dashes, at least 16, and not to be guessed: a part of another process's environment
 *     must not contain it by chance
 */
public record RunId(String value) {

    /**
     * The variable that carries it. It has no {@code CODEX_RUNNER_} at its front, which would make it a setting for a
     * runner that is started by the agent.
     */
    public static final String VARIABLE = "CODEXRUNNER_RUN_ID";

    /** Known to {@code reaper.sh} too. */
    private static final String ASIDE = "-aside";

    private static final long LOCK_LIMIT_BITS = (1L << 61) - 1;
    private static final long LOCK_LIMIT_FLOOR = 1L << 60;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{16,64}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a run id is 16 to 64 letters, digits and dashes");
        }
    }

    public static RunId random() {
        return new RunId(UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
    }

    /**
     * The mark of a short command beside the run, which whoever started it ends: the run's end leaves it alone, as its own
     * leaves the run. The reaper ends both.
     */
    public RunId aside() {
        return new RunId(value + ASIDE);
    }

    /** Enough of it to name a folder whose path must be short. */
    String shortened() {
        return value.substring(0, 8);
    }

    /** Whether an environment variable, as it stands in {@code /proc}, marks a process of this run. */
    boolean marks(String assignment) {
        return assignment.equals(assignment());
    }

    /** Whether a limit on file locks marks a process of this run. */
    boolean marks(long limit) {
        return limit == lockLimit();
    }

    /** The run's own number, by which its processes are marked: none that anybody would set as a limit. */
    long lockLimit() {
        return lockLimit(value);
    }

    /** That of the short commands beside the run. */
    long asideLockLimit() {
        return lockLimit(value + ASIDE);
    }

    private static long lockLimit(String id) {
        UUID hash = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.US_ASCII));
        return (hash.getLeastSignificantBits() & LOCK_LIMIT_BITS) | LOCK_LIMIT_FLOOR;
    }

    /** As it stands in an environment. */
    String assignment() {
        return VARIABLE + "=" + value;
    }
}
