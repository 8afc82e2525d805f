package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What a check finds that is no failure of Vault, the token or the service. Argument 1 is the path. */
public enum CheckFailure implements FailureText {
    ROTATION_TOKEN_EXPIRES_SOON(
            FailureKind.ROTATION_DUE,
            "The token at %1$s expires at %2$s, in %3$s.",
            "The limit is %4$s before its end (%5$s).",
            "Begin a rotation now: docs/rotation.md."),
    ROTATION_TOKEN_PAST_EXPIRY(
            FailureKind.ROTATION_DUE,
            "The token at %1$s expired at %2$s, says what is recorded about it.",
            "The service still accepts it; so the record is wrong, or it is about to be refused.",
            "Rotate it now, or correct the record (codex_expires_at): docs/rotation.md."),
    ROTATION_TOKEN_TOO_OLD(
            FailureKind.ROTATION_DUE,
            "The token at %1$s has been in use for %2$s.",
            "It says no end of its own, so its age counts; the limit is %3$s (--max-token-age).",
            "Begin a rotation: docs/rotation.md."),
    ROTATION_VERSION_TOO_OLD(
            FailureKind.ROTATION_DUE,
            "The live version of %1$s was written %2$s ago.",
            "The limit is %3$s (--max-version-age).",
            "Begin a rotation: docs/rotation.md."),
    ROTATION_EXPIRY_NOT_RECORDED(
            FailureKind.ROTATION_DUE,
            "When the token at %1$s expires is recorded nowhere.",
            "A token of this kind (at-...) does not say it itself; only its age can be watched.",
            "Record it: vault kv metadata patch -custom-metadata=codex_expires_at=2027-01-31 %2$s; the next rotation asks"
                    + " for it."),
    ROTATION_EXPIRY_MISTYPED(
            FailureKind.ROTATION_DUE,
            "When the token at %1$s expires is recorded, but can't be read: '%3$s'.",
            "It is no date (2027-01-31), no moment (2027-01-31T12:00:00Z) and not the word never.",
            "Correct it: vault kv metadata patch -custom-metadata=codex_expires_at=2027-01-31 %2$s; where it stands in a"
                    + " field beside the token, correct that field."),
    ROTATION_OWNER_NOT_RECORDED(
            FailureKind.ROTATION_DUE,
            "The token at %1$s has %3$s.",
            "Whoever is called at night must find the person who can revoke it, and its name on the page.",
            "Record it: vault kv metadata patch %4$s %2$s; the next rotation asks for it."),
    ROTATION_RECORD_OF_ANOTHER_VERSION(
            FailureKind.ROTATION_DUE,
            "What is recorded about the token at %1$s is about version %2$s, but version %3$s is live.",
            "Somebody wrote the live secret without a rotation, so owner, name and expiry may be another token's.",
            "See who wrote it in Vault's audit log; then record the facts of the token that is live, or rotate it."),
    ROTATION_CANDIDATE_LEFT_LYING(
            FailureKind.ROTATION_DUE,
            "A new token has been waiting beside %1$s for %2$s.",
            "It is valid and used by nobody; the limit is %3$s (--pending-max-age).",
            "Finish the rotation (verify, promote), or withdraw it: codex-runner rotation rollback --vault-path %1$s; then"
                    + " revoke it."),
    ROTATION_OLD_TOKEN_NOT_REVOKED(
            FailureKind.ROTATION_DUE,
            "The old token of %1$s, %4$s, has not been confirmed revoked for %2$s.",
            "Until then two tokens work; the limit is %3$s (--pending-max-age).",
            "Revoke it at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation confirm-revoked"
                    + " --vault-path %1$s"),
    ROTATION_STEP_UNFINISHED(
            FailureKind.ROTATION_DUE,
            "A step of the rotation of %1$s was begun %2$s ago and never finished (phase %4$s).",
            "Its rotator was ended on the way; the limit is %3$s (--pending-max-age).",
            "Repeat that step: any rotator finishes it. codex-runner rotation status --vault-path %1$s says which it is."),
    ROTATION_TIME_IN_FUTURE(
            FailureKind.ROTATION_DUE,
            "What is recorded about the rotation of %1$s is dated %2$s, which is in the future.",
            "Counted from there nothing would ever be overdue; a clock was wrong, or somebody wrote the record by hand.",
            "See who wrote it in Vault's audit log and check the clocks; codex-runner rotation status --vault-path %1$s"
                    + " shows where the rotation stands."),
    ROTATION_TOKEN_TIME_IN_FUTURE(
            FailureKind.ROTATION_DUE,
            "How old the token at %1$s is can't be told: %2$s is %3$s, which is in the future.",
            "Counted from there it would never be too old; the clock of Vault or of this machine is wrong, or somebody wrote"
                    + " the record by hand.",
            "Check the clocks of Vault and of this machine; correct the record (codex_verified_at) where that is wrong."),
    ROTATION_CHECK_NOT_ALLOWED(
            FailureKind.SECRET_SOURCE,
            "The check may not read all that it would look at for %1$s.",
            "%2$s",
            "Give the checker's role the policy docs/vault-policies/checker.hcl, or take the gap as it is.%3$s"),
    ROTATION_OUT_OF_STEP(
            FailureKind.ROTATION_DUE,
            "What lies at %1$s and the journal of its rotation do not fit together.",
            "%2$s",
            "See who wrote there in Vault's audit log; codex-runner rotation status --vault-path %1$s shows all of it."),
    /** A check does nothing but ask over the network; as a timeout (11) it would be hidden by a rotation due (13). */
    ROTATION_PATH_NOT_EXAMINED(
            FailureKind.CONNECTIVITY,
            "%1$s was not examined within --timeout (%2$s).",
            "Vault or OpenAI's service answered too slowly or not at all, so nothing is known about this token.",
            "See what is said of the other paths; then raise --timeout, or share the paths among several checks."),
    ROTATION_SERVICE_SILENT(
            FailureKind.CONNECTIVITY,
            "OpenAI's service was not asked about this token.",
            "It gave no answer the last %1$s times, as is said at other paths; asking on would only cost time.",
            "Mend the way to the service, then check again."),
    ROTATION_VAULT_SILENT(
            FailureKind.SECRET_SOURCE,
            "Vault was not asked about this path.",
            "It took the login, but gave no answer the last %1$s times, as is said at other paths; asking on would only cost"
                    + " time.",
            "Look into Vault's load and the way to it, then check again."),
    ROTATION_PATHS_FILE_UNREADABLE(
            FailureKind.CONFIG,
            "The file of paths %1$s can't be read.",
            "The system said: %2$s.",
            "Check --paths-file and the file's permissions."),
    ROTATION_PATHS_FILE_WRONG(
            FailureKind.CONFIG,
            "The file of paths %1$s can't be used.",
            "%2$s",
            "Write one path on a line, such as secret/ci/codex#access_token; a line that begins with # is a comment."),
    ROTATION_RESULT_NOT_WRITTEN(
            FailureKind.REPORT_IO,
            "The result of the check can't be written to %1$s.",
            "The system said: %2$s.",
            "Check the path, its permissions and the space left; standard output has the result.");

    private final FailureWords words;

    CheckFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
