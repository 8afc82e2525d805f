package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and servers do to the secrets while a rotation is under way. */
class RotationDriftTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    @ParameterizedTest(name = "carried out: {0}")
    @ValueSource(booleans = {true, false})
    @Fault(
            area = Area.ROTATION,
            made = "the answer to every other write lost, whether carried out or not",
            promised = "the step finds out by reading, and ends well")
    void lost_answers_are_found_out_by_reading(boolean carriedOut, Seen seen) {
        String old = scene.putLive();
        String next = world.issue();
        Rotation rotator = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private int writes;

            @Override
            public WriteResult write(Supplier<WriteResult> write) {
                writes++;
                if (writes % 2 == 0) {
                    return write.get();
                }
                if (carriedOut) {
                    assertThat(write.get()).isNotNull();
                }
                return new WriteResult.Unknown(TransportFailure.RESPONSE_TIMEOUT.with("vault:8200"));
            }
        }));
        rotator.stage(scene.staging(next));
        rotator.verify(new VerifyRequest(false));
        rotator.promote(new PromoteRequest(OptionalInt.empty()));
        world.revoke(old);
        rotator.confirmRevoked(new ConfirmRevokedRequest(false));
        assertThat(scene.liveToken()).isEqualTo(next);
        assertThat(scene.siblingsIntact()).isTrue();
        assertThat(scene.kv.latest(scene.paths.live()).version()).isEqualTo(2);
        assertThat(scene.outcomes())
                .containsExactly(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.PROMOTED, StepOutcome.REVOKED);
        seen.exit(0).that("one version written, four lines in the journal");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a person writes the live secret between the rotator's reading and its writing",
            promised = "exit 14; the person's token stays, the candidate waits")
    void a_live_secret_written_by_hand_in_between_wins(Seen seen) {
        scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        String byHand = world.issueProven();
        Rotation rotator = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals("write " + scene.paths.live())) {
                    scene.putLive(byHand);
                }
            }
        }));
        Failure refused = failure(() -> rotator.promote(new PromoteRequest(OptionalInt.empty())));
        assertThat(refused.code()).isEqualTo("rotation-live-changed");
        assertThat(scene.liveToken()).isEqualTo(byHand);
        assertThat(scene.status().phase()).isEqualTo(Phase.VERIFIED);
        assertThat(scene.outcomes()).endsWith(StepOutcome.ABANDONED, StepOutcome.LOST);
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-live-not-the-verified");
        scene.verify();
        scene.promote();
        seen.exit(refused.exitCode())
                .that("the person's token stayed, the candidate went live once it was verified against that");
    }

    @Test
    void a_candidate_that_a_person_made_live_counts_as_promoted() {
        String old = scene.putLive();
        String next = world.issue();
        scene.stage(next);
        scene.verify();
        scene.putLive(next);
        StepResult promoted = scene.promote();
        assertThat(promoted.warnings()).anyMatch(warning -> warning.contains("live already"));
        assertThat(scene.status().previous().orElseThrow().version()).isEqualTo(1);
        assertThat(scene.leftPending()).isEmpty();
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isFalse();
    }

    @Test
    void an_intent_that_nobody_came_back_to_for_long_is_given_up() {
        String old = scene.putLive();
        scene.stage(world.issue());
        scene.verify();
        Rotation mortal = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals("write " + scene.paths.live())) {
                    throw new Killed("before it wrote");
                }
            }
        }));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> mortal.promote(new PromoteRequest(OptionalInt.empty()))))
                .isInstanceOf(Killed.class);
        assertThat(scene.status().phase()).isEqualTo(Phase.PROMOTING);
        scene.clock.advance(Duration.ofHours(3));
        assertThat(failure(scene::promote).code()).isEqualTo("rotation-verification-too-old");
        assertThat(scene.liveToken()).isEqualTo(old);
        scene.verify();
        scene.promote();
    }

    @Test
    void an_old_token_whose_versions_are_gone_is_confirmed_by_a_persons_word_only() {
        scene.putLive();
        scene.rotateTo(world.issue());
        ((KvInMemory) scene.kv).keepingOnly(1);
        Failure refused = failure(scene::confirmRevoked);
        assertThat(refused.code()).isEqualTo("rotation-previous-gone");
        assertThat(refused.fix()).contains("--unproven");
        assertThat(failure(scene::rollback).code()).isEqualTo("rotation-previous-gone");
        scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void a_candidate_that_is_gone_is_staged_again() {
        scene.putLive();
        String next = world.issue();
        scene.stage(next);
        ((KvInMemory) scene.kv).delete(scene.paths.pending(), 1);
        Failure refused = failure(scene::verify);
        assertThat(refused.code()).isEqualTo("rotation-candidate-gone");
        assertThat(refused.what()).contains("was deleted");
        scene.stage(next);
        scene.verify();
        scene.promote();
        assertThat(scene.liveToken()).isEqualTo(next);
        assertThat(scene.leftPending()).isEmpty();
    }

    @Test
    void what_a_killed_stage_left_is_destroyed_by_the_next() {
        scene.putLive();
        Rotation mortal = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals("write " + scene.paths.journal())) {
                    throw new Killed("before the journal");
                }
            }
        }));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> mortal.stage(scene.staging(world.issue()))))
                .isInstanceOf(Killed.class);
        assertThat(scene.status().warnings()).anyMatch(warning -> warning.contains("though no candidate is staged"));
        scene.stage(world.issue());
        assertThat(scene.leftPending()).containsExactly(2);
    }

    @Test
    void a_token_field_that_is_no_text_is_not_overwritten_unseen() {
        scene.kv.write(scene.paths.live(), SecretFields.ofJson("{\"access_token\":{\"a\":1}}"), 0);
        scene.stage(world.issue());
        assertThat(failure(scene::verify).code()).isEqualTo("rotation-field-not-text");
    }

    @Test
    void a_line_break_stored_with_the_live_token_does_not_make_it_another() {
        String live = world.issueProven();
        scene.kv.write(
                scene.paths.live(), SecretFields.EMPTY.with(RotationScene.FIELD, Secret.of("t", live + "\n")), 0);
        assertThat(failure(() -> scene.stage(live)).code()).isEqualTo("rotation-token-live-already");
        assertThat(Optional.of(scene.status().phase())).contains(Phase.IDLE);
    }

    @Test
    void a_misspelt_field_is_refused_before_anything_is_written() {
        String old = scene.putLive();
        Rotation misspelt = scene.rotator("acces_token");
        Failure refused = failure(() -> misspelt.stage(scene.staging(world.issue())));
        assertThat(refused.code()).isEqualTo("rotation-field-missing");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.what()).contains("no field acces_token", "access_token", "nested");
        assertThat(scene.kv.latest(scene.paths.pending()).version()).isZero();
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isZero();
        assertThat(scene.liveToken()).isEqualTo(old);
    }

    @Test
    void a_rotation_of_one_field_is_not_gone_on_with_for_another() {
        String old = scene.putLive();
        Rotation other = scene.rotator("note");
        scene.rotateTo(world.issue());
        int journal = scene.kv.latest(scene.paths.journal()).version();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable step :
                java.util.List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> other.stage(scene.staging(world.issue())),
                        () -> other.verify(new VerifyRequest(true)),
                        () -> other.promote(new PromoteRequest(OptionalInt.empty())),
                        () -> other.rollback(new RollbackRequest(OptionalInt.empty())),
                        () -> other.confirmRevoked(new ConfirmRevokedRequest(true)),
                        other::status)) {
            Failure refused = failure(step);
            assertThat(refused.code()).isEqualTo("rotation-other-field");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.what()).contains("access_token", "note");
            assertThat(refused.why()).contains("one field", "still to be revoked");
            assertThat(refused.fix())
                    .contains(
                            "--vault-path secret/ci/codex#access_token",
                            "vault kv metadata delete secret/ci/codex/rotation",
                            "A second token belongs in a secret of its own.");
        }
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isEqualTo(journal);
        world.revoke(old);
        scene.confirmRevoked();
        assertThat(failure(other::status).code()).isEqualTo("rotation-other-field");
    }

    @Test
    void a_field_that_no_rotation_came_to_its_end_for_binds_nobody() {
        scene.rotator("acces_token").stage(scene.staging(world.issue()));
        assertThat(failure(() -> scene.stage(world.issue())).code()).isEqualTo("rotation-other-field");
        scene.rotator("acces_token").rollback(new RollbackRequest(OptionalInt.empty()));
        scene.rotateTo(world.issue());
        assertThat(failure(() -> scene.rotator("acces_token").status()).code()).isEqualTo("rotation-other-field");
    }
}
