package dev.codexrunner.jenkins.credentials;

import java.util.Optional;

/**
 * What a credential holds, in the clear for as long as it takes to start the run.
 *
 * @param secret the one that the runner gets in its environment
 * @param wrapped whether it is a wrapping token around a secret id
 * @param authMount where the credential says that its login method is mounted
 * @param namespace in which the credential says that it logs in; {@code /} for the root
 */
public record FoundSecret(
        String secret,
        Optional<String> roleId,
        boolean wrapped,
        Optional<String> userName,
        Optional<String> authMount,
        Optional<String> namespace) {

    public static FoundSecret of(String secret) {
        return new FoundSecret(secret, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FoundSecret ofAppRole(String roleId, String secretId, boolean wrapped) {
        return new FoundSecret(
                secretId, Optional.of(roleId), wrapped, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static FoundSecret ofUser(String userName, String password) {
        return new FoundSecret(
                password, Optional.empty(), false, Optional.of(userName), Optional.empty(), Optional.empty());
    }

    /** The same, logging in where the credential says. */
    FoundSecret at(Optional<String> mount, Optional<String> inNamespace) {
        return new FoundSecret(secret, roleId, wrapped, userName, mount, inNamespace);
    }

    @Override
    public String toString() {
        return "FoundSecret";
    }
}
