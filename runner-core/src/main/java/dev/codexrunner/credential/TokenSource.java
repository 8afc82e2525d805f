package dev.codexrunner.credential;

/** A place that the credential for codex comes from. */
@FunctionalInterface
public interface TokenSource {

    /**
     * Gets the credential, unchecked; {@link TokenInspector} judges it.
     *
     * @throws dev.codexrunner.failure.FailureException of kind {@code secret_source}, or {@code connectivity}; absence
     *     is a failure, never an empty value
     */
    FetchedToken fetch();
}
