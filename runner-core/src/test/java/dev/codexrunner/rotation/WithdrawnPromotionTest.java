package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rollback while a promotion is under way: the candidate does not go live, not even for a moment. */
class WithdrawnPromotionTest {

    private static final PromoteRequest PROMOTE = new PromoteRequest(OptionalInt.empty());

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;
    private final String old = scene.putLive();
    private final String next = world.issue();
    private final String liveWrite = "write " + scene.paths.live();

    /** The intent stands in the journal, the live secret is as it was. */
    private void killPromotion() {
        scene.stage(next);
        scene.verify();
        Rotation mortal = scene.rotator("mortal on ci-0", WatchedSecrets.killedBefore(scene.kv, liveWrite));
        assertThat(catchThrowable(() -> mortal.promote(PROMOTE))).isInstanceOf(Killed.class);
        assertThat(scene.status().phase()).isEqualTo(Phase.PROMOTING);
    }

    private List<String> everLive() {
        List<String> tokens = new ArrayList<>();
        for (int version = 1; version <= scene.kv.latest(scene.paths.live()).version(); version++) {
            scene.kv
                    .version(scene.paths.live(), version)
                    .fields()
                    .text(RotationScene.FIELD)
                    .map(Secret::reveal)
                    .ifPresent(tokens::add);
        }
        return tokens;
    }

    private void requireWithdrawn() {
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
        assertThat(scene.leftPending()).isEmpty();
        assertThat(scene.siblingsIntact()).isTrue();
        assertThat(everLive()).containsOnly(old);
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a promotion killed before it wrote the live secret, its old token revoked; then a rollback",
            promised = "exit 0: the candidate was never live, and is withdrawn")
    void a_promotion_that_was_killed_before_its_write_is_withdrawn_and_never_live(Seen seen) {
        killPromotion();
        world.revoke(old);
        StepResult withdrawn = scene.rollback();
        assertThat(withdrawn.outcome()).isEqualTo("withdrew the candidate");
        assertThat(withdrawn.lines())
                .anyMatch(line -> line.endsWith("what was live was written once more, as version 2."));
        requireWithdrawn();
        assertThat(scene.outcomes()).endsWith(StepOutcome.ABANDONED, StepOutcome.DISCARDED);
        assertThat(scene.kv.metadata(scene.paths.live()).custom()).doesNotContainKey("codex_token_name");
        seen.exit(0).that("the old token stayed live, nothing pending");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "a rollback comes and goes while a promote is held up right before its write to the live secret",
            promised = "the promote's write is lost: exit 14, the candidate was never live")
    void a_promote_that_was_held_up_before_its_write_can_not_land_after_a_rollback(Seen seen) {
        scene.stage(next);
        scene.verify();
        Rotation slow = scene.rotator("slow on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals(liveWrite)) {
                    scene.rollback();
                }
            }
        }));
        Failure lost = failure(() -> slow.promote(PROMOTE));
        assertThat(lost.exitCode()).isEqualTo(14);
        requireWithdrawn();
        seen.exit(lost.exitCode()).that("the old token stayed live, nothing pending");
    }

    @Test
    void a_promotion_that_lands_before_the_fence_is_rolled_back_as_any_other() {
        killPromotion();
        Rotation slow = scene.rotator("slow on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private boolean happened;

            @Override
            public void before(String request) {
                if (request.equals(liveWrite) && !happened) {
                    happened = true;
                    scene.promote();
                }
            }
        }));
        assertThat(slow.rollback(new RollbackRequest(OptionalInt.empty())).outcome())
                .isEqualTo("rolled back as version 3");
        assertThat(everLive()).containsExactly(old, next, old);
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
    }

    @ParameterizedTest(name = "carried out: {0}")
    @ValueSource(booleans = {true, false})
    void a_fence_whose_answer_is_lost_is_found_out_by_reading(boolean carriedOut) {
        killPromotion();
        Rotation unlucky = scene.rotator("unlucky on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private boolean happened;

            @Override
            public WriteResult write(Supplier<WriteResult> write) {
                if (happened) {
                    return write.get();
                }
                happened = true;
                if (carriedOut) {
                    assertThat(write.get()).isInstanceOf(WriteResult.Written.class);
                }
                return new WriteResult.Unknown(TransportFailure.RESPONSE_TIMEOUT.with("vault:8200"));
            }
        }));
        unlucky.rollback(new RollbackRequest(OptionalInt.of(1)));
        requireWithdrawn();
        assertThat(scene.kv.latest(scene.paths.live()).version()).isEqualTo(2);
    }

    @Test
    void an_expected_live_version_must_be_there_before_and_only_the_fence_may_follow_it() {
        killPromotion();
        assertThat(failure(() -> scene.rotator().rollback(new RollbackRequest(OptionalInt.of(7))))
                        .code())
                .isEqualTo("rotation-live-version-unexpected");
        assertThat(scene.status().phase()).isEqualTo(Phase.PROMOTING);
        scene.rotator().rollback(new RollbackRequest(OptionalInt.of(1)));
        requireWithdrawn();
    }

    @Test
    void an_expected_live_version_that_the_promotion_overtakes_is_a_conflict_and_nothing_is_rolled_back() {
        killPromotion();
        Rotation slow = scene.rotator("slow on ci-2", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            private boolean happened;

            @Override
            public void before(String request) {
                if (request.equals(liveWrite) && !happened) {
                    happened = true;
                    scene.promote();
                }
            }
        }));
        assertThat(failure(() -> slow.rollback(new RollbackRequest(OptionalInt.of(1))))
                        .code())
                .isEqualTo("rotation-live-version-unexpected");
        assertThat(scene.liveToken()).isEqualTo(next);
    }

    @Test
    void a_candidate_withdrawn_on_its_way_leaves_the_record_of_the_live_token_in_place() {
        scene.rotateTo(world.issue());
        world.revoke(old);
        scene.confirmRevoked();
        killPromotion();
        scene.rollback();
        assertThat(scene.kv.metadata(scene.paths.live()).custom()).containsEntry("codex_live_version", "3");
        assertThat(scene.status().live().orElseThrow().version()).isEqualTo(3);
        assertThat(scene.status().livePath().asRecorded()).isTrue();
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "Vault denies the write of the live secret during a promotion",
            promised = "the promotion is given up: verified as before, and it can be withdrawn")
    void a_promotion_that_vault_denies_is_given_up_and_can_be_withdrawn(Seen seen) {
        scene.stage(next);
        scene.verify();
        Rotation denied = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals(liveWrite)) {
                    throw RotationFailure.ROTATION_FIELD_NOT_TEXT
                            .with("stands", "for", "a denial")
                            .asException();
                }
            }
        }));
        Failure refused = failure(() -> denied.promote(PROMOTE));
        assertThat(refused.code()).isEqualTo("rotation-field-not-text");
        assertThat(scene.status().phase()).isEqualTo(Phase.VERIFIED);
        assertThat(scene.outcomes()).endsWith(StepOutcome.ABANDONED, StepOutcome.REFUSED);
        denied.rollback(new RollbackRequest(OptionalInt.empty()));
        requireWithdrawn();
        seen.exit(refused.exitCode()).that("the old token stayed live, nothing pending");
    }

    @Test
    void a_promotion_under_way_that_neither_may_write_is_withdrawn_in_the_journal() {
        killPromotion();
        Rotation denied = scene.rotator("x on y", new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void before(String request) {
                if (request.equals(liveWrite)) {
                    throw RotationFailure.ROTATION_FIELD_NOT_TEXT
                            .with("stands", "for", "a denial")
                            .asException();
                }
            }
        }));
        denied.rollback(new RollbackRequest(OptionalInt.empty()));
        requireWithdrawn();
    }

    @Test
    void a_promotion_that_was_given_up_on_another_rotators_behalf_keeps_nobody_from_going_on() {
        killPromotion();
        world.revoke(next);
        StepResult staged = scene.rotator().stage(scene.staging(world.issue(), true, OptionalInt.empty()));
        assertThat(staged.warnings()).anyMatch(warning -> warning.contains("was given up (promote)"));
        assertThat(scene.status().phase()).isEqualTo(Phase.STAGED);
        assertThat(everLive()).containsOnly(old);
    }
}
