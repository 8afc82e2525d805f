package dev.codexrunner.rotation;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Why a step of a rotation is refused. Argument 1 is the path as {@code --vault-path} takes it, then the detail. */
public enum RotationFailure implements FailureText {
    ROTATION_LOST(
            FailureKind.ROTATION_CONFLICT,
            "Another rotator was faster at %1$s: %2$s.",
            "The journal was written by check-and-set while this step was under way; this run changed nothing.",
            "Look where the rotation stands: codex-runner rotation status --vault-path %1$s"),
    ROTATION_UNDER_WAY(
            FailureKind.ROTATION_CONFLICT,
            "Another rotator is at work at %1$s: %2$s, begun at %3$s by %4$s.",
            "It began again while this step was finishing what it found.",
            "Let it come to its end, then look: codex-runner rotation status --vault-path %1$s"),
    ROTATION_LIVE_VERSION_UNEXPECTED(
            FailureKind.ROTATION_CONFLICT,
            "The live secret %1$s has version %2$s, not %3$s as --expect-live-version says.",
            "Somebody wrote it in the meantime. Latest in the journal: %4$s.",
            "Look where the rotation stands: codex-runner rotation status --vault-path %1$s"),
    ROTATION_LIVE_CHANGED(
            FailureKind.ROTATION_CONFLICT,
            "The live secret %1$s was changed while this step was under way: it has version %2$s now.",
            "The write of the token, by check-and-set on version %3$s, was refused; the live token is not ours.",
            "See who wrote it (vault kv metadata get, Vault's audit log), then verify and promote again."),
    ROTATION_CANDIDATE_WAITS(
            FailureKind.ROTATION_CONFLICT,
            "Another token is staged at %1$s already: %2$s, since %3$s.",
            "One candidate waits at a time, so that what was verified is what goes live.",
            "Go on with that one: codex-runner rotation verify --vault-path %1$s; withdraw it: codex-runner rotation"
                    + " rollback --vault-path %1$s; or put this one in its place: stage --replace"),
    ROTATION_REVOCATION_AWAITED(
            FailureKind.ROTATION_CONFLICT,
            "The rotation before at %1$s is not finished: %2$s is still to be revoked.",
            "The step %3$s begins or goes on with a new rotation; the old token would be forgotten while it may still"
                    + " be accepted.",
            "Revoke it at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation confirm-revoked"
                    + " --vault-path %1$s. If the live token leaked or is refused meanwhile, do not: first codex-runner"
                    + " rotation rollback --vault-path %1$s, which has the old one live again where it still works."),
    ROTATION_NOTHING_STAGED(
            FailureKind.ROTATION_CONFLICT,
            "No candidate is staged at %1$s, so there is nothing to %2$s.",
            "Latest in the journal: %3$s.",
            "Create a token at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation stage --vault-path"
                    + " %1$s --owner ... --token-name ... < token.txt"),
    ROTATION_NOT_VERIFIED(
            FailureKind.ROTATION_CONFLICT,
            "The candidate at %1$s (%2$s) has not passed a verification.",
            "Only a token that was proven goes live. Latest in the journal: %3$s.",
            "Verify it: codex-runner rotation verify --vault-path %1$s"),
    ROTATION_VERIFICATION_TOO_OLD(
            FailureKind.ROTATION_CONFLICT,
            "The candidate at %1$s was verified at %2$s, longer than %3$s ago.",
            "It may have been revoked or its workspace changed since.",
            "Verify it again: codex-runner rotation verify --vault-path %1$s; or raise --verification-max-age"),
    ROTATION_VERIFICATION_IN_FUTURE(
            FailureKind.ROTATION_CONFLICT,
            "The candidate at %1$s was verified at %2$s, says the journal; here it is %3$s.",
            "Nobody has verified anything then: a clock is wrong by more than five minutes, or the journal was not written"
                    + " by a rotation.",
            "Compare the clocks of the machines that rotate, and see in Vault's audit log who wrote the journal; then verify"
                    + " again: codex-runner rotation verify --vault-path %1$s"),
    ROTATION_LIVE_NOT_THE_VERIFIED(
            FailureKind.ROTATION_CONFLICT,
            "The live secret %1$s has another token in version %2$s than in version %3$s, with which the candidate was"
                    + " compared.",
            "Somebody wrote it since the verification; whether the candidate belongs to the same workspace and person is not"
                    + " known any more.",
            "See who wrote it (vault kv metadata get, Vault's audit log), then verify again: codex-runner rotation verify"
                    + " --vault-path %1$s"),
    ROTATION_CANDIDATE_NOT_THE_STAGED(
            FailureKind.ROTATION_CONFLICT,
            "What lies at %3$s, version %2$s, is not the token that was staged, by the journal's fingerprint.",
            "A version's value never changes by itself: the journal was edited or brought back from an earlier time, or the"
                    + " candidate's secret was removed and written anew.",
            "See in Vault's audit log who wrote either. Then withdraw the candidate, revoke its token, and stage a new one:"
                    + " codex-runner rotation rollback --vault-path %1$s"),
    ROTATION_WRITES_LOST(
            FailureKind.ROTATION_CONFLICT,
            "%2$s could not be written for the rotation of %1$s: %3$s times in a row another write came first.",
            "Either very many write there at once, or Vault answers from a copy that lags behind its own writes.",
            "Point --vault-addr to the cluster that takes the writes, not to a replica, and see that one job at a time"
                    + " rotates; then the same step again. Where it stands: codex-runner rotation status --vault-path %1$s"),
    ROTATION_CANDIDATE_GONE(
            FailureKind.ROTATION_CONFLICT,
            "The candidate is no longer where it was staged: version %2$s of %3$s %4$s.",
            "Somebody deleted or overwrote it, or the secret keeps too few versions (max_versions).",
            "Stage it again: codex-runner rotation stage --vault-path %1$s --replace ..."),
    ROTATION_NOTHING_TO_ROLL_BACK(
            FailureKind.ROTATION_CONFLICT,
            "There is nothing to roll back at %1$s.",
            "No candidate is staged and no earlier token waits for its revocation. Latest in the journal: %2$s.",
            "Look where the rotation stands: codex-runner rotation status --vault-path %1$s"),
    ROTATION_PREVIOUS_REVOKED(
            FailureKind.ROTATION_CONFLICT,
            "The token that was live before at %1$s can't come back.",
            "%2$s",
            "Create a new token at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation stage"
                    + " --vault-path %1$s --owner ... --token-name ... < token.txt"),
    ROTATION_PREVIOUS_GONE(
            FailureKind.ROTATION_CONFLICT,
            "The token that was live before at %1$s (%2$s) is in no version of the secret any more.",
            "Its version was deleted or destroyed, or the secret keeps too few versions (max_versions); so it can"
                    + " neither come back nor be asked about.",
            "See to it that it is revoked at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation"
                    + " confirm-revoked --unproven --vault-path %1$s"),
    ROTATION_PREVIOUS_NO_TOKEN(
            FailureKind.ROTATION_CONFLICT,
            "The value that was live before at %1$s (version %2$s) can't be asked about.",
            "%3$s",
            "If a token is in it, see to it that it is revoked at https://chatgpt.com/admin/access-tokens; then:"
                    + " codex-runner rotation confirm-revoked --unproven --vault-path %1$s"),
    ROTATION_NOTHING_TO_CONFIRM(
            FailureKind.ROTATION_CONFLICT,
            "No old token waits for its revocation at %1$s.",
            "confirm-revoked comes after promote. Latest in the journal: %2$s.",
            "Look where the rotation stands: codex-runner rotation status --vault-path %1$s"),
    ROTATION_STILL_ACCEPTED(
            FailureKind.ROTATION_CONFLICT,
            "The old token of %1$s (%2$s) is still accepted by the service.",
            "It was not revoked yet, or the revocation has not spread.",
            "Revoke it at https://chatgpt.com/admin/access-tokens, then: codex-runner rotation confirm-revoked"
                    + " --vault-path %1$s"),
    ROTATION_OLD_TOKEN_LIVE(
            FailureKind.ROTATION_CONFLICT,
            "The token of %1$s that is to be revoked (%2$s) is the live one: version %3$s.",
            "Somebody wrote it back past the rotation. Revoked now, every job would fail; nor does it count as revoked by"
                    + " anybody's word while it is live.",
            "Do not revoke it. To keep it live, and revoke the other one: codex-runner rotation rollback --vault-path %1$s."
                    + " To have the promoted one live again: vault kv rollback -version=%4$s %5$s; then look:"
                    + " codex-runner rotation status --vault-path %1$s"),
    ROTATION_NOTHING_LIVE(
            FailureKind.ROTATION_CONFLICT,
            "The candidate of %1$s was withdrawn, but nothing is live: version %2$s of %3$s was deleted or destroyed.",
            "A rollback writes no token that it has not proven; which one was live before is not recorded.",
            "See which version held it (vault kv metadata get %3$s), then: vault kv rollback -version=... %3$s; or stage a new"
                    + " one: codex-runner rotation stage --vault-path %1$s --owner ... --token-name ... < token.txt"),
    ROTATION_LIVE_NOT_THE_RECORDED(
            FailureKind.ROTATION_CONFLICT,
            "What is live at %1$s (version %2$s) is not the token that was made live before, as version %3$s.",
            "Somebody wrote or deleted the live secret past the rotation; to call it done again would be untrue.",
            "See who wrote it (vault kv metadata get, Vault's audit log). To have the recorded one live again: vault kv"
                    + " rollback -version=%3$s %4$s; then look: codex-runner rotation status --vault-path %1$s"),
    ROTATION_PROVES_NOTHING(
            FailureKind.CREDENTIAL,
            "The service refuses the old token of %1$s, but that does not prove it revoked: %2$s",
            "%3$s",
            "Mend that first, then: codex-runner rotation confirm-revoked --vault-path %1$s; or, where you know that it"
                    + " is revoked: confirm-revoked --unproven"),
    ROTATION_WORKSPACE_REFUSED(
            FailureKind.CREDENTIAL,
            "The service refuses the workspace of the old token of %1$s, not the token itself: %2$s",
            "Once the workspace is allowed again, the token may live again; nothing is destroyed on this ground, also not with"
                    + " --unproven.",
            "See with the workspace's administrators that it is allowed again, revoke the token, then: codex-runner rotation"
                    + " confirm-revoked --vault-path %1$s. If the workspace is gone for good: vault kv destroy"
                    + " -versions=%3$s %4$s, then: confirm-revoked --unproven"),
    ROTATION_ANSWER_UNCLEAR(
            FailureKind.ROTATION_CONFLICT,
            "Whether the old token of %1$s is revoked can't be told from the answer: %2$s",
            "It was neither accepted nor refused.",
            "Check that the address settings lead to OpenAI, then: codex-runner rotation confirm-revoked --vault-path %1$s; or,"
                    + " where you know that it is revoked: confirm-revoked --unproven"),
    ROTATION_NO_CONTROL(
            FailureKind.ROTATION_CONFLICT,
            "The service refuses the old token of %1$s, but nothing shows that it refuses this one alone: %2$s",
            "Asked the same way, the live token must be accepted; else it may be the service, or a gateway on the way to it,"
                    + " that refuses whatever it is shown.",
            "Mend that first, then: codex-runner rotation confirm-revoked --vault-path %1$s; or, where you know that it"
                    + " is revoked: confirm-revoked --unproven"),
    ROTATION_TOKEN_LIVE_ALREADY(
            FailureKind.CONFIG,
            "The token to be staged is the live one of %1$s (version %2$s).",
            "There would be nothing to rotate.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and stage that."),
    ROTATION_TOKEN_TO_BE_REVOKED(
            FailureKind.CONFIG,
            "The token to be staged for %1$s is the one that is to be revoked (version %2$s).",
            "It was live before the last promotion.",
            "To have it live again: codex-runner rotation rollback --vault-path %1$s"),
    ROTATION_PENDING_FOREIGN(
            FailureKind.CONFIG,
            "What lies at %2$s is no candidate of this rotation: a secret %3$s.",
            "The candidate for %1$s would be written over it. Nothing was written.",
            "Move that secret to a path of its own, then remove it there: vault kv metadata delete %2$s; or keep the"
                    + " live token at another path."),
    ROTATION_PATH_RESERVED(
            FailureKind.CONFIG,
            "%1$s can't be rotated or checked: its path ends in %2$s.",
            "There a rotation of the path above keeps its candidate or its journal; the two would write over each other.",
            "Name the live secret's path (without %2$s); a secret that really is called so needs another name."),
    ROTATION_LABEL_INVALID(
            FailureKind.CONFIG,
            "%2$s for %1$s can't be used.",
            "It is empty, longer than %3$s characters, or has line breaks or other control characters in it.",
            "Say in a few words who answers for the token, or what it is called on the page where it was created."),
    ROTATION_LABEL_SECRET(
            FailureKind.CONFIG,
            "%2$s for %1$s has a token in it, or what looks like one.",
            "It is kept in Vault and shown in clear. Nothing was written; the token may stand in the shell's history or a"
                    + " job's log already.",
            "Say in a few words who answers for the token, or what it is called on the page where it was created; the"
                    + " token itself is read from standard input."),
    ROTATION_EXPIRY_MISSING(
            FailureKind.CONFIG,
            "When the token for %1$s expires is not said.",
            "A token of this kind (at-...) does not say it itself, and nobody could warn before it ends.",
            "Add --expires-at with the date that the page showed when the token was created, or --expires-at never"),
    ROTATION_EXPIRY_DISAGREES(
            FailureKind.CONFIG,
            "--expires-at says %2$s, but the token for %1$s says %3$s.",
            "One of the two is wrong, or this is another token than the one that was meant.",
            "Check which token this is; then correct --expires-at, or leave it out."),
    ROTATION_CANDIDATE_EXPIRED(
            FailureKind.CREDENTIAL,
            "The token for %1$s expired on %2$s, says --expires-at.",
            "It would be refused.",
            "Create a new token at https://chatgpt.com/admin/access-tokens, or correct --expires-at."),
    ROTATION_CANDIDATE_EXPIRES_SOON(
            FailureKind.CREDENTIAL,
            "The candidate at %1$s expires at %2$s, in less than %3$s.",
            "Soon after its promotion it would have to be rotated again.",
            "Stage a token that lives longer (stage --replace), or lower --min-validity."),
    ROTATION_IDENTITY_DIFFERS(
            FailureKind.CREDENTIAL,
            "The candidate at %1$s belongs to another %2$s than the live token: %3$s instead of %4$s.",
            "Runs would be billed and allowed otherwise, and seen under another name.",
            "Create the token in the right workspace, as the right person; if the change is intended: codex-runner"
                    + " rotation verify --allow-identity-change --vault-path %1$s"),
    ROTATION_IDENTITY_UNKNOWN(
            FailureKind.CREDENTIAL,
            "Whose the live token of %1$s is can't be told, so the candidate (%2$s) can't be compared with it.",
            "%3$s",
            "Check by hand that the candidate belongs to the right workspace and person, then: codex-runner rotation"
                    + " verify --allow-identity-change --vault-path %1$s"),
    ROTATION_IDENTITY_NOT_AS_PROVEN(
            FailureKind.CREDENTIAL,
            "The token that is to go live at %1$s belongs to another %2$s than the journal says: %3$s instead of %4$s.",
            "The journal is not what a verification wrote, or the service has moved the token's owner since.",
            "See in Vault's audit log who wrote the journal, then verify again: codex-runner rotation verify --vault-path"
                    + " %1$s"),
    ROTATION_PROBE_ANSWER_WRONG(
            FailureKind.OUTPUT_INVALID,
            "codex ran with the token, but did not answer as it was told to.",
            "It was to reply with the word %1$s, and replied: %2$s",
            "Verify once more; if it happens again, see the run's record."),
    ROTATION_PROBE_PROVES_NOTHING(
            FailureKind.CONFIG,
            "A run of codex would prove nothing about the token: codex would not use it.",
            "It would ask the model provider '%1$s', and %2$s; such a provider answers whatever the token is worth.",
            "Give that provider requires_openai_auth=true and no key, header or query parameter of its own; or leave model_provider"
                    + " and openai_base_url out of -c, --profile and CODEX_HOME for rotations, so that OpenAI's own is asked."),
    ROTATION_PROBE_NO_FOLDER(
            FailureKind.REPORT_IO,
            "There is no throwaway folder for codex to run in.",
            "The system refused to make one in %1$s: %2$s.",
            "Free space there, or point TMPDIR to a folder that this user may write to."),
    ROTATION_DESTROY_DENIED(
            FailureKind.SECRET_SOURCE,
            "The old token of %1$s counts as revoked, but versions %2$s still hold it.",
            "%3$s",
            "Grant update on the secret's destroy path (MOUNT/destroy/PATH), then: codex-runner rotation confirm-revoked"
                    + " --vault-path %1$s. Until then no new rotation begins."),
    ROTATION_FIELD_MISSING(
            FailureKind.CONFIG,
            "The secret %3$s has no field %2$s; its fields are: %4$s.",
            "The token would go to a field that nobody reads, and the one that is read would stay.",
            "Correct the field behind the # of --vault-path %1$s. If the secret is to get its first token: write the"
                    + " field once by hand (vault kv patch %3$s %2$s=none), then stage."),
    ROTATION_FIELD_NOT_TEXT(
            FailureKind.SECRET_SOURCE,
            "The field %2$s of %3$s is no text.",
            "A token is a JSON string; what this is can't be told, and it is not overwritten unseen.",
            "Store the bare token as a string, or name the right field behind the # of --vault-path %1$s.");

    private final FailureWords words;

    RotationFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
