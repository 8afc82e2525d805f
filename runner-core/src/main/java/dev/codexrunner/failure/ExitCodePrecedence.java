package dev.codexrunner.failure;

import java.util.Collection;
import java.util.List;

/** One exit code for a command over many things. Pure. */
public final class ExitCodePrecedence {

    /** What makes all else doubtful comes first: a bug, then the way to the token, the token, the network. */
    private static final List<Integer> FIRST = List.of(
            FailureKind.INTERNAL.exitCode(),
            FailureKind.SECRET_SOURCE.exitCode(),
            FailureKind.CREDENTIAL.exitCode(),
            FailureKind.CONNECTIVITY.exitCode());

    private ExitCodePrecedence() {}

    /**
     * The first of 1, 3, 4, 5 that occurred, else the highest; 0 for none.
     *
     * @param exitCodes what occurred, in any order
     */
    public static int of(Collection<Integer> exitCodes) {
        return FIRST.stream()
                .filter(exitCodes::contains)
                .findFirst()
                .orElseGet(() ->
                        exitCodes.stream().mapToInt(Integer::intValue).max().orElse(0));
    }
}
