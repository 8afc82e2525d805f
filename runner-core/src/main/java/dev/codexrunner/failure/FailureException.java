package dev.codexrunner.failure;

/**
 * Carries a {@link Failure} to the edge. It has no cause on purpose: a library's exception may hold a response body or a
 * token, so whoever catches one turns it into words first.
 */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.code() + ": " + failure.reason());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
