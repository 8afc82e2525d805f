package dev.codexrunner.preflight.credentialfile;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that is there, can be read by this user, and holds a credential, or is too large for us to say.
 *
 * @param kind what it is, for messages: {@code netrc}
 * @param path absolute, without links
 * @param credentials for the redactor
 * @param purpose what it is for
 * @param warning what is to be said about it in any case
 */
public record CredentialFile(
        String kind, Path path, List<Secret> credentials, Purpose purpose, Optional<String> warning) {

    /** What a file is for, and with it what hiding it from the agent costs. */
    public enum Purpose {
        /** The runner itself needs it, nobody else. */
        RUNNER,
        /** git can't work in the repository without reading it. */
        REPOSITORY,
        /** Some tool of the user's. */
        TOOL
    }

    public CredentialFile {
        credentials = List.copyOf(credentials);
    }
}
