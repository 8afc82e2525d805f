package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong at the login. Arguments: 1 method and mount, 2 the server's words or the detail. */
public enum VaultLoginFailure implements FailureText {
    VAULT_LOGIN_SETTING_MISSING(
            FailureKind.CONFIG,
            false,
            "The Vault login %1$s needs %2$s.",
            "Without it there is nothing to log in with.",
            "Set it; codex-runner config show lists what is set and from where."),
    VAULT_LOGIN_FILE_UNREADABLE(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s could not be read: %2$s.",
            "The Vault login takes a secret from this file.",
            "Check that the file exists and that this user may read it."),
    VAULT_LOGIN_VALUE_MALFORMED(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s can't be used for the Vault login: it %2$s.",
            "Vault would refuse it, and an HTTP header could not carry it.",
            "Store the bare value, on one line."),
    VAULT_LOGIN_DENIED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault denied the login %1$s.",
            "Vault said: %2$s",
            "Check --vault-auth-mount and --vault-namespace (Vault says the same where no login is mounted there), then the role, its bound addresses and claims."),
    VAULT_LOGIN_MOUNT_NOT_FOUND(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault has no login method at %1$s.",
            "Vault said: %2$s",
            "Check --vault-auth and --vault-auth-mount, and --vault-namespace where the method is mounted in one."),
    VAULT_ROLE_UNKNOWN(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault does not know the role %2$s of %1$s.",
            "Vault said: %3$s",
            "Check --vault-role, or create the role."),
    VAULT_ROLE_OR_SECRET_ID_INVALID(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused the role id or secret id of %1$s.",
            "The secret id is wrong, has expired or was used up, or the role id is wrong. Vault said: %2$s",
            "Issue a fresh secret id; check --vault-role-id."),
    VAULT_LOGIN_ADDRESS_REFUSED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault does not take the login %1$s from this machine's address.",
            "Vault said: %2$s",
            "Add the runner's address, as Vault sees it, to the bound addresses of role and secret id (secret_id_bound_cidrs)."),
    VAULT_SECRET_ID_MISSING(
            FailureKind.SECRET_SOURCE,
            false,
            "The role of %1$s wants a secret id, and none is set.",
            "Vault said: %2$s",
            "Set --vault-secret-id-file or VAULT_SECRET_ID."),
    VAULT_JWT_CLAIMS_MISMATCH(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused the JWT for %1$s: its claims do not match the role %2$s.",
            "Vault said: %3$s",
            "Compare the role's bound_audiences, bound_subject and bound_claims with the token that your CI issues."),
    VAULT_JWT_NOT_VALID_NOW(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused the JWT for %1$s: it is not valid at this time.",
            "It has expired or is not valid yet; Vault judges by its own clock. Vault said: %2$s",
            "Fetch a fresh token in the job; where it is fresh, compare the clocks of its issuer and of Vault."),
    VAULT_JWT_REFUSED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused the JWT for %1$s.",
            "It is malformed, or signed by a key that the mount does not trust. Vault said: %2$s",
            "Fetch a fresh token in the job; check the mount's jwks_url or oidc_discovery_url."),
    VAULT_PASSWORD_WRONG(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused user name or password at %1$s.",
            "Vault said: %2$s",
            "Check --vault-username and the password; several failures can lock the user."),
    VAULT_CLIENT_CERT_REFUSED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault did not accept the TLS client certificate at %1$s.",
            "Vault said: %2$s",
            "Check --vault-client-cert and --vault-client-key, and that the listener asks for certificates."),
    VAULT_WRAPPING_TOKEN_SPENT(
            FailureKind.SECRET_SOURCE,
            false,
            "The wrapping token around the secret id is no longer valid.",
            "It has expired, or someone else has unwrapped it first, which Vault does not tell apart; the second is a security incident. Vault said: %2$s",
            "If its time had not run out, find out who unwrapped it (Vault's audit log) and destroy the secret id; then issue and wrap a new one."),
    VAULT_UNWRAP_INCIDENT(
            FailureKind.SECRET_SOURCE,
            false,
            "Someone else unwrapped the secret id of %1$s just now: a security incident.",
            "The wrapping token was valid when we looked it up and spent a moment later, when we unwrapped it. Vault said: %2$s",
            "Destroy that secret id at once; find out who has it (Vault's audit log) and how they got the wrapping token."),
    VAULT_WRAPPING_ORIGIN_INCIDENT(
            FailureKind.SECRET_SOURCE,
            false,
            "The wrapping token was not made by a role of %1$s but at %2$s: a security incident until it is explained.",
            "Whoever unwraps the real secret id can pass on a wrapping token of their own in its place; it was left as it is.",
            "Find out where it comes from; destroy the role's secret ids of that time. Wrap only the answer of auth/MOUNT/role/NAME/secret-id, and check --vault-auth-mount."),
    VAULT_UNWRAP_INTERRUPTED(
            FailureKind.CANCELLED,
            false,
            "Unwrapping the secret id was interrupted before Vault had answered.",
            "The run is being cancelled; a wrapping token works once, and this one may be used up.",
            "Destroy that secret id, then issue and wrap a new one for the next run."),
    VAULT_UNWRAP_ANSWER_LOST(
            FailureKind.SECRET_SOURCE,
            false,
            "The answer to unwrapping the secret id was lost: %2$s.",
            "A wrapping token works once, so that it cannot be tried again.",
            "Destroy that secret id, then issue and wrap a new one."),
    VAULT_WRAPPED_SOMETHING_ELSE(
            FailureKind.SECRET_SOURCE,
            false,
            "What was unwrapped holds no secret id.",
            "The wrapping token wraps something else; it may have been swapped, which is a possible security incident.",
            "Wrap the answer of auth/approle/role/NAME/secret-id, and check where this token came from."),
    VAULT_MFA_REQUIRED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault wants a second factor for %1$s.",
            "A headless run cannot give one.",
            "Use a login for machines: AppRole, JWT, Kubernetes or a certificate."),
    VAULT_LOGIN_ENDED(
            FailureKind.SECRET_SOURCE,
            true,
            "The login to Vault ended after %1$s s, before this command was done with it.",
            "Its token was given for %2$s, or its uses were spent, or somebody revoked it; and %3$s",
            "Raise token_ttl of the login's role to 5 minutes (longer than the command takes), and token_max_ttl with it; leave"
                    + " its token_num_uses at 0. Then run the same command again."),
    VAULT_TOKEN_ENDED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault does not know the Vault token that was given, or knows it no longer.",
            "It has expired, was revoked, or its uses are spent; a given token can't be replaced from here.",
            "Give one that lives 5 minutes longer than the command takes, or let the runner log in by itself: --vault-auth"
                    + " approle, jwt, kubernetes or cert. Then run the same command again."),
    VAULT_LOGIN_TOKEN_MALFORMED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault accepted the login %1$s but sent a token that is none.",
            "It holds blanks, line breaks or other characters that an HTTP header could not carry.",
            "Check what stands between the runner and Vault, and Vault's log."),
    VAULT_LOGIN_WITHOUT_TOKEN(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault accepted the login %1$s but sent no token.",
            "The answer has no auth.client_token.",
            "Check what stands between the runner and Vault, and Vault's log.");

    private final FailureWords words;

    VaultLoginFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
