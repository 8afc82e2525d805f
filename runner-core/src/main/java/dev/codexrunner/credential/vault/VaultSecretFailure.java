package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can go wrong with the secret. Arguments: 1 the path as the user wrote it, then the detail. */
public enum VaultSecretFailure implements FailureText {
    VAULT_PATH_INVALID(
            FailureKind.CONFIG,
            false,
            "The Vault path %1$s is not usable.",
            "Mount, path and field are needed, without empty or dotted segments.",
            "Write it as in secret/ci/codex#access_token."),
    VAULT_READ_DENIED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault denied reading %1$s.",
            "No policy of this login grants read on %2$s, or the mount does not exist (Vault does not tell them apart). Vault said: %3$s",
            "First check the path, and that this is the login meant for it: steps of a rotation need the rotator's"
                    + " (docs/vault-policies/rotator.hcl), status and check the checker's (checker.hcl), runs the runner's"
                    + " (runner.hcl). Nobody but the rotator may ever read a candidate (.../pending). Only where the right"
                    + " login's policy lacks it, add there: path \"%2$s\" { capabilities = [\"read\"] }"),
    VAULT_TOKEN_REFUSED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused our token while reading %1$s.",
            "It has expired, was revoked, or lacks read on %2$s. Vault said: %3$s",
            "Check the path and renew the Vault token; it must be the one meant for this: docs/vault-policies has a policy"
                    + " each for runs, for status and check, and for the steps of a rotation."),
    VAULT_SECRET_NOT_FOUND(
            FailureKind.SECRET_SOURCE,
            false,
            "There is no secret at %1$s.",
            "Vault looked at %2$s.",
            "Check --vault-path, --vault-namespace and the KV version."),
    VAULT_MOUNT_NOT_FOUND(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault has no secrets engine for %1$s.",
            "Vault said: %2$s",
            "Check the first part of --vault-path, and --vault-namespace."),
    VAULT_KV_VERSION_WRONG(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s lies in a KV version %2$s engine, but was read as version %3$s.",
            "The two have different paths.",
            "Set --vault-kv-version %2$s, or leave it at auto."),
    VAULT_API_PATH_GIVEN(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s names the API's path: data/ is in it.",
            "That part is added by the runner for KV version 2.",
            "Write it as for vault kv get: %2$s"),
    VAULT_PIN_NEEDS_V2(
            FailureKind.CONFIG,
            false,
            "--vault-secret-version %2$s is set, but %1$s lies in a KV version 1 engine.",
            "Version 1 keeps no versions.",
            "Remove --vault-secret-version."),
    VAULT_VERSION_NOT_FOUND(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s has no version %2$s.",
            "Its latest version is %3$s.",
            "Correct or remove --vault-secret-version."),
    VAULT_VERSION_DELETED(
            FailureKind.SECRET_SOURCE,
            false,
            "Version %2$s of %1$s was deleted at %3$s.",
            "A deleted latest version hides the older ones; Vault does not fall back to them.",
            "Undelete it (vault kv undelete -versions=%2$s), or write the token again."),
    VAULT_VERSION_DESTROYED(
            FailureKind.SECRET_SOURCE,
            false,
            "Version %2$s of %1$s was destroyed.",
            "Its value is gone for good.",
            "Write the token again, or pin another version with --vault-secret-version."),
    VAULT_FIELD_MISSING(
            FailureKind.SECRET_SOURCE,
            false,
            "%1$s has no field %2$s.",
            "Fields that exist: %3$s.",
            "Name the right one behind the # of --vault-path."),
    VAULT_FIELD_EMPTY(
            FailureKind.SECRET_SOURCE,
            false,
            "The field %2$s of %1$s is empty.",
            "There is no token in it.",
            "Write the token into the field."),
    VAULT_FIELD_NOT_TEXT(
            FailureKind.SECRET_SOURCE,
            false,
            "The field %2$s of %1$s is not text but %3$s.",
            "A token is a JSON string.",
            "Store the bare token as a string."),
    VAULT_SECRET_MALFORMED(
            FailureKind.SECRET_SOURCE,
            false,
            "The answer for %1$s holds no data.",
            "It is JSON, but not what a KV version %2$s engine sends.",
            "Check that the mount is a KV engine, and --vault-kv-version."),
    VAULT_KV_V2_NEEDED(
            FailureKind.CONFIG,
            false,
            "%1$s lies in a KV version 1 engine.",
            "A rotation needs versions, check-and-set and metadata, which only version 2 has.",
            "Move the secret to an engine of version 2. To upgrade %2$s in place changes it for all its users: each consumer's API"
                    + " path and each policy gets data/ in it; so ask the owners of the engine first."),
    VAULT_ENGINE_UNKNOWN(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault does not tell which engine holds %1$s.",
            "No policy of this login covers anything in that mount, or the mount does not exist (Vault does not tell them apart). Vault said: %2$s",
            "Check --vault-path, --vault-namespace and the login's policies. Where a proxy blocks sys/internal/ui/mounts, set --vault-kv-version 2."),
    VAULT_WRITE_DENIED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault denied a change of %1$s.",
            "No policy of this login grants it on %2$s; a Vault token that has expired or was revoked is refused the same way. Vault said: %4$s",
            "First check the path, and that this is the rotator's login (docs/vault-policies/rotator.hcl): the logins of runs and"
                    + " of checks must not write. Only where the rotator's own policy lacks it, add there:"
                    + " path \"%2$s\" { capabilities = [%3$s] }"),
    VAULT_WRITE_REFUSED(
            FailureKind.SECRET_SOURCE,
            false,
            "Vault refused a change of %1$s (status %2$s).",
            "Vault said: %3$s",
            "Check the engine's limits: custom_metadata takes up to 64 entries of 512 bytes.");

    private final FailureWords words;

    VaultSecretFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
