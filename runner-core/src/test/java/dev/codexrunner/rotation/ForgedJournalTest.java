package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whoever can write the journal has not thereby proven a token: before it goes live the service is asked. */
class ForgedJournalTest {

    private static final PromoteRequest PROMOTE = new PromoteRequest(OptionalInt.empty());
    private static final TokenIdentity STRANGER =
            new TokenIdentity(Optional.of("acct-evil"), Optional.of("user-evil"), Optional.of("evil@example.net"));

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    private void forge(UnaryOperator<String> edit) {
        SecretVersion latest = scene.kv.latest(scene.paths.journal());
        String text = latest.fields().text("journal").orElseThrow().reveal();
        String forged = edit.apply(text);
        assertThat(forged).isNotEqualTo(text);
        scene.kv.write(
                scene.paths.journal(),
                SecretFields.EMPTY.with("journal", Secret.of("journal", forged)),
                latest.version());
    }

    private void killPromotion() {
        Rotation mortal =
                scene.rotator("mortal on ci-0", WatchedSecrets.killedBefore(scene.kv, "write " + scene.paths.live()));
        assertThat(catchThrowable(() -> mortal.promote(PROMOTE))).isInstanceOf(Killed.class);
        assertThat(scene.status().phase()).isEqualTo(Phase.PROMOTING);
    }

    /** A candidate whose proof stands in the journal, though the service says something else of it now. */
    private void verified(String token) {
        scene.stage(token);
        scene.verify();
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a promotion found half done whose token the service refuses by now",
            promised = "it is given up, not finished; the candidate is unproven")
    void who_finds_a_promotion_half_done_does_not_finish_it_with_a_token_that_is_refused(Seen seen) {
        String old = scene.putLive();
        String next = world.issue();
        verified(next);
        killPromotion();
        world.revoke(next);
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-not-verified");
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.status().phase()).isEqualTo(Phase.STAGED);
        assertThat(scene.outcomes()).contains(StepOutcome.ABANDONED);
        seen.exit(refused.exitCode()).that("the old token stayed live");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a journal that calls a stranger's token verified, with a promotion half done",
            promised = "it is given up: the token is of another workspace than the live one")
    void a_strangers_token_that_the_journal_calls_verified_does_not_go_live(Seen seen) {
        String old = scene.putLive();
        String next = world.issue();
        verified(next);
        killPromotion();
        world.accept(next, STRANGER);
        forge(text -> text.replace("\"acct-1\"", "\"acct-evil\"")
                .replace("\"user-1\"", "\"user-evil\"")
                .replace("\"ci@example.com\"", "\"evil@example.net\""));
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-not-verified");
        assertThat(scene.status().timeline())
                .anyMatch(line -> line.outcome() == StepOutcome.ABANDONED
                        && line.detail().orElse("").contains("belongs to another workspace"));
        assertThat(scene.liveToken()).isEqualTo(old);
        seen.exit(refused.exitCode()).that("the old token stayed live");
    }

    @Test
    void a_token_of_another_person_than_the_journal_has_verified_does_not_go_live() {
        String old = scene.putLive();
        String next = world.issue();
        verified(next);
        world.accept(next, STRANGER);
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-identity-not-as-proven");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.status().phase()).isEqualTo(Phase.STAGED);
    }

    @Test
    void a_candidate_that_was_revoked_since_its_verification_does_not_go_live() {
        String old = scene.putLive();
        String next = world.issue();
        verified(next);
        world.revoke(next);
        assertThat(failure(scene::promote).kind()).isEqualTo(FailureKind.CREDENTIAL);
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.outcomes()).endsWith(StepOutcome.FAILED);
    }

    @Test
    void a_service_that_cannot_be_asked_leaves_the_candidate_verified() {
        String old = scene.putLive();
        verified(world.issue());
        world.cutOff(TransportFailure.CONNECTION_REFUSED.with("service:443"));
        assertThat(failure(scene::promote).kind()).isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.status().phase()).isEqualTo(Phase.VERIFIED);
        world.mend();
        scene.promote();
    }

    @Test
    void a_leaked_live_token_that_was_revoked_before_the_promotion_does_not_hinder_it() {
        String leaked = scene.putLive();
        String next = world.issue();
        verified(next);
        world.revoke(leaked);
        killPromotion();
        scene.promote();
        assertThat(scene.liveToken()).isEqualTo(next);
    }

    @Test
    void an_identity_change_that_was_allowed_at_the_verification_is_allowed_at_the_promotion() {
        scene.putLive();
        String next = world.issue(STRANGER);
        scene.stage(next);
        scene.rotator().verify(new VerifyRequest(true));
        killPromotion();
        scene.promote();
        assertThat(scene.liveToken()).isEqualTo(next);
    }

    @Test
    void a_rollback_half_done_is_not_finished_with_a_token_that_is_refused() {
        String old = scene.putLive();
        String next = world.issue();
        scene.rotateTo(next);
        Rotation mortal =
                scene.rotator("mortal on ci-0", WatchedSecrets.killedBefore(scene.kv, "write " + scene.paths.live()));
        assertThat(catchThrowable(() -> mortal.rollback(new RollbackRequest(OptionalInt.empty()))))
                .isInstanceOf(Killed.class);
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(scene.liveToken()).isEqualTo(next);
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a journal whose verification is dated in the future",
            promised = "exit 14: not fresh, and the clocks are to be compared")
    void a_verification_dated_in_the_future_is_no_leave_to_promote(Seen seen) {
        String old = scene.putLive();
        verified(world.issue());
        forge(text -> text.replaceAll("(\"verifiedAt\":\")2026", "$12126"));
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-verification-in-future");
        assertThat(refused.fix()).contains("clocks", "codex-runner rotation verify --vault-path secret/ci/codex");
        assertThat(scene.liveToken()).isEqualTo(old);
        scene.verify();
        scene.promote();
        seen.exit(refused.exitCode()).that("the old token stayed live; verified anew, the candidate went live");
    }

    @Test
    void an_intent_dated_in_the_future_is_given_up_not_kept_for_ever() {
        String old = scene.putLive();
        verified(world.issue());
        killPromotion();
        forge(text -> text.replaceAll("(\"verifiedAt\":\")2026", "$12126"));
        scene.clock.advance(Duration.ofDays(30));
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-verification-in-future");
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.status().phase()).isEqualTo(Phase.VERIFIED);
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "the fingerprint key of the journal changed by hand while a candidate waits",
            promised = "exit 3 in every step: nothing is gone by, nothing is written")
    void a_journal_whose_key_was_changed_is_refused_by_every_step(Seen seen) {
        scene.putLive();
        String next = world.issue();
        verified(next);
        forge(text -> text.replaceFirst("(\"fingerprintKey\":\")[^\"]*", "$1" + anotherKey()));
        int before = scene.kv.latest(scene.paths.journal()).version();
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-journal-key-changed");
        assertThat(failure(scene::verify).code()).isEqualTo(refused.code());
        assertThat(failure(() -> scene.stage(next)).code()).isEqualTo(refused.code());
        assertThat(failure(scene::rollback).code()).isEqualTo(refused.code());
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo(refused.code());
        assertThat(failure(scene::status).fix()).contains("vault kv rollback", "secret/ci/codex/rotation");
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isEqualTo(before);
        seen.exit(refused.exitCode()).that("the live token and the journal stayed as they were");
    }

    @Test
    void a_changed_key_that_hides_itself_makes_the_candidate_one_that_nobody_staged() {
        String old = scene.putLive();
        verified(world.issue());
        forge(text -> text.replaceFirst("(\"fingerprintKey\":\")[^\"]*", "$1" + anotherKey())
                .replaceFirst(",\"fingerprintKeyCheck\":\"[^\"]*\"", ""));
        Failure refused = failure(scene::promote);
        assertThat(refused.code()).isEqualTo("rotation-candidate-not-the-staged");
        assertThat(refused.exitCode()).isEqualTo(14);
        assertThat(refused.what()).contains("secret/ci/codex/pending", "version 1");
        assertThat(scene.liveToken()).isEqualTo(old);
    }

    private static String anotherKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
