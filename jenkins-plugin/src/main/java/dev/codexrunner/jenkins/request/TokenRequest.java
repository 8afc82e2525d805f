package dev.codexrunner.jenkins.request;

/** Where the access token comes from. */
public sealed interface TokenRequest {

    /** The runner fetches it itself. */
    record FromVault(VaultRequest vault) implements TokenRequest {}

    /** @param credentialsId of a secret text that is the access token */
    record FromCredential(String credentialsId) implements TokenRequest {}
}
