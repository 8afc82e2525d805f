package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong with the server and the way to it. Arguments: 1 the address or operation, 2 the server's words. */
public enum VaultFailure implements FailureText {
    VAULT_ADDRESS_INVALID(
            FailureKind.CONFIG,
            false,
            "The Vault address %1$s is not usable.",
            "An absolute http or https URL with a host and without user, query or fragment is needed.",
            "Write it as in https://vault.example.com:8200."),
    VAULT_PLAIN_HTTP(
            FailureKind.CONFIG,
            false,
            "The Vault address %1$s is plain http.",
            "Login and secret would cross the network in the clear; only loopback may do without TLS.",
            "Use https, with --vault-ca for a private CA."),
    VAULT_TIMEOUT(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s gave no complete answer in time.",
            "--vault-timeout (%2$s) bounds login, read and revocation together, and in a rotation each request.",
            "Check Vault's load, or raise --vault-timeout."),
    VAULT_SEALED(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s is sealed.",
            "A sealed Vault answers nothing until operators unseal it.",
            "Ask the Vault operators to unseal it, then run again."),
    VAULT_NOT_INITIALISED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault at %1$s is not initialised.",
            "It is a fresh server without any data; this is likely the wrong address.",
            "Check --vault-addr; else initialise Vault."),
    VAULT_STANDBY_REDIRECT(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s is a standby and redirects to %2$s.",
            "Followed is one redirect, by https, to the same path on the same host or one named by --vault-redirect-host; else the login would go to a host that nobody configured.",
            "If that node is one of your cluster, name it: --vault-redirect-host HOST (repeatable); or set --vault-addr to the active node or to the load balancer."),
    VAULT_STANDBY(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s is a standby or recovery node that cannot serve this (status %2$s).",
            "Only the active node, or one that forwards to it, can log us in.",
            "Set --vault-addr to the active node or to the load balancer."),
    VAULT_HTML(
            FailureKind.CONNECTIVITY,
            false,
            "Something at %1$s that is not Vault answered with an HTML page (status %2$s).",
            "This is usually a proxy, a login portal or the web interface.",
            "Check --vault-addr and the proxy settings; add Vault's host to NO_PROXY where it is reached directly."),
    VAULT_REPLICA_LAG(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s has not replicated far enough (412): %2$s",
            "The node answers for a state older than our login.",
            "Run again; where it persists, point --vault-addr at the active node."),
    VAULT_RATE_LIMITED(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s limits our rate (429): %2$s",
            "A quota on the server is used up.",
            "Run again later, or ask for a larger quota."),
    VAULT_SERVER_ERROR(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s failed (status %2$s): %3$s",
            "The fault is on the server's side and did not pass with retries.",
            "Look into Vault's log; run again when it is well."),
    VAULT_ANSWER_NOT_JSON(
            FailureKind.SECRET_SOURCE,
            true,
            "Vault at %1$s sent an answer that is not complete JSON (status %2$s).",
            "It was cut off on its way, or something else than Vault answered.",
            "Check what stands between; run again."),
    VAULT_ANSWER_TOO_LARGE(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault at %1$s sent more than %2$s bytes.",
            "No secret is that large; something else than Vault answered.",
            "Check --vault-addr and --vault-path."),
    VAULT_NAMESPACE_NOT_FOUND(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault at %1$s does not have the namespace %2$s.",
            "Vault said: %3$s",
            "Check --vault-namespace (VAULT_NAMESPACE): full path, such as admin/team."),
    VAULT_UNEXPECTED_STATUS(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault at %1$s answered %2$s: %3$s",
            "That answer is not expected here.",
            "Look into Vault's log for this request."),
    VAULT_LOGIN_CUT_OFF(
            FailureKind.CANCELLED,
            true,
            "The run ended while a login to Vault was under way, and Vault had not answered within 2 s.",
            "If Vault carried it out, its token lives on until its time to live ends, and nobody can revoke it.",
            "Run again; give the role a short token_ttl."),
    VAULT_INTERRUPTED(
            FailureKind.CANCELLED,
            true,
            "The work with Vault was interrupted.",
            "The run is being cancelled.",
            "Run again."),
    VAULT_WRITE_CUT_OFF(
            FailureKind.CANCELLED,
            true,
            "The run ended while a change in Vault was under way, and Vault had not answered within 2 s.",
            "Whether Vault carried it out is unknown.",
            "Run the same step again: it looks at what is there, and goes on from it.");

    private final FailureWords words;

    VaultFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
