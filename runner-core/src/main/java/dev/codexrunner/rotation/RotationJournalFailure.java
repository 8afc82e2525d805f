package dev.codexrunner.rotation;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * Why a rotation's journal can't be gone by. Argument 1 is the path as {@code --vault-path} takes it, 2 the journal's path
 * unless said otherwise.
 */
public enum RotationJournalFailure implements FailureText {
    ROTATION_JOURNAL_UNREADABLE(
            FailureKind.SECRET_SOURCE,
            "The rotation's journal in Vault, %2$s, can't be understood.",
            "%3$s",
            "Bring an earlier version back: vault kv get -version=N %2$s shows one, vault kv rollback -version=N %2$s"
                    + " restores it. To begin anew, once no old token is left to be revoked: vault kv metadata delete"
                    + " %2$s. The live token at %1$s is not affected."),
    ROTATION_JOURNAL_KEY_CHANGED(
            FailureKind.SECRET_SOURCE,
            "The key of the fingerprints in the rotation's journal in Vault, %2$s, is not the one that they were made with.",
            "Nothing but an edit by hand does that. Under another key neither the candidate nor the token that is still to be"
                    + " revoked is recognised, so nothing goes by this journal.",
            "See in Vault's audit log who wrote it, then bring the version before that back: vault kv get -version=N %2$s shows"
                    + " one, vault kv rollback -version=N %2$s restores it. The live token at %1$s is not affected."),
    ROTATION_JOURNAL_DELETED(
            FailureKind.SECRET_SOURCE,
            "The rotation's journal in Vault, %2$s, was deleted (version %3$s).",
            "It tells which token is still to be revoked, so it is not begun anew by itself.",
            "Bring it back: vault kv undelete -versions=%3$s %2$s. To begin anew, once no old token is left to be"
                    + " revoked: vault kv metadata delete %2$s. The live token at %1$s is not affected."),
    ROTATION_JOURNAL_TOO_NEW(
            FailureKind.CONFIG,
            "The rotation's journal in Vault, %2$s, has format %3$s.",
            "A newer version of this program wrote it; this one knows format %4$s only, and would lose what it does not know.",
            "Use that newer version for all rotations of %1$s."),
    ROTATION_OTHER_FIELD(
            FailureKind.CONFIG,
            "The rotation at %4$s is of the field %2$s, not of %3$s.",
            "One secret has one journal, and thus one field that is rotated; another field's steps would lose sight of"
                    + " the token that is still to be revoked.",
            "Correct the field: --vault-path %4$s#%2$s. To rotate %3$s from now on, once no old token is left to be"
                    + " revoked: vault kv metadata delete %5$s. A second token belongs in a secret of its own.");

    private final FailureWords words;

    RotationJournalFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
