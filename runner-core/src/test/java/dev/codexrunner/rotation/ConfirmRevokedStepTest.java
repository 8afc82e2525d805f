package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.identity.IdentityFailure;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.testkit.backend.AgentIdentity;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.backend.Workspace;
import dev.codexrunner.transport.TransportFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What shows that the old token is revoked, and what becomes of it then. */
class ConfirmRevokedStepTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final TokenWorld world = scene.world;

    @Test
    void an_old_token_that_is_still_accepted_or_cannot_be_asked_about_is_not_confirmed() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        Failure accepted = failure(scene::confirmRevoked);
        assertThat(accepted.code()).isEqualTo("rotation-still-accepted");
        assertThat(accepted.fix()).contains("https://chatgpt.com/admin/access-tokens");
        world.revoke(old);
        world.cutOff(TransportFailure.CONNECTION_REFUSED.with("service:443"));
        assertThat(failure(scene::confirmRevoked).kind()).isEqualTo(FailureKind.CONNECTIVITY);
        world.mend();
        world.refuseWorkspace();
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-workspace-refused");
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        world.mend();
        scene.confirmRevoked();
    }

    @Test
    void a_service_that_refuses_the_live_token_too_proves_nothing() {
        String old = scene.putLive();
        String next = world.issue();
        scene.rotateTo(next);
        world.revoke(old);
        world.revoke(next);
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-proves-nothing");
        StepResult byWord = scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(byWord.warnings()).anyMatch(warning -> warning.contains("by your word"));
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void a_version_with_the_old_token_that_is_written_meanwhile_is_live_and_not_destroyed() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        AtomicInteger journalWrites = new AtomicInteger();
        AtomicBoolean written = new AtomicBoolean();
        WatchedSecrets overtaken = new WatchedSecrets(scene.kv, new WatchedSecrets.Watch() {
            @Override
            public void after(String request) {
                if (request.equals("write " + scene.paths.journal())) {
                    journalWrites.incrementAndGet();
                }
                boolean lookedAtLive = request.equals("read " + scene.paths.live());
                if (lookedAtLive && journalWrites.get() > 0 && written.compareAndSet(false, true)) {
                    scene.putLive(old);
                }
            }
        });
        StepResult confirmed =
                scene.rotator("rotator on ci-2", overtaken).confirmRevoked(new ConfirmRevokedRequest(false));
        assertThat(written).isTrue();
        assertThat(scene.liveToken()).isEqualTo(old);
        assertThat(scene.kv.version(scene.paths.live(), 1).state()).isEqualTo(SecretVersion.State.DESTROYED);
        assertThat(confirmed.warnings())
                .anyMatch(warning -> warning.startsWith("Versions [3] of secret/ci/codex hold"));
    }

    @Test
    void every_version_that_holds_the_token_of_a_workspace_that_is_gone_is_named_once() {
        String old = scene.putLive();
        scene.putLive(old);
        scene.rotateTo(world.issue());
        world.refuseWorkspace();
        Failure refused = failure(scene::confirmRevoked);
        assertThat(refused.fix()).contains("vault kv destroy -versions=1,2 secret/ci/codex,");
        scene.kv.destroy(scene.paths.live(), List.of(1, 2));
        assertThat(scene.rotator()
                        .confirmRevoked(new ConfirmRevokedRequest(true))
                        .outcome())
                .isEqualTo("the old token counts as revoked, by your word");
    }

    @Test
    void a_persons_word_does_not_outweigh_a_service_that_accepts_the_token() {
        scene.putLive();
        scene.rotateTo(world.issue());
        assertThat(failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)))
                        .code())
                .isEqualTo("rotation-still-accepted");
    }

    @Test
    void one_stray_refusal_is_not_believed() {
        scene.putLive();
        scene.rotateTo(world.issue());
        world.refuseOnce();
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-still-accepted");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void without_a_live_token_to_compare_with_a_refusal_proves_nothing() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-no-control");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void what_was_destroyed_is_said_by_number_and_what_cannot_be_read_too() {
        String old = scene.putLive();
        scene.putLive(old);
        scene.putLive(old);
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        scene.rotateTo(world.issue());
        world.revoke(old);
        StepResult result = scene.confirmRevoked();
        assertThat(result.lines()).anyMatch(line -> line.contains("versions [1, 3]"));
        assertThat(result.warnings()).anyMatch(warning -> warning.contains("Versions [2]"));
    }

    @Test
    void a_denied_destruction_is_a_failure_that_a_repeat_makes_good() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        KvInMemory kv = (KvInMemory) scene.kv;
        kv.denyDestroy(Optional.of(
                RotationJournalFailure.ROTATION_JOURNAL_DELETED.with(scene.paths, "stands for a denial", 1)));
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-destroy-denied");
        assertThat(scene.status().phase()).isEqualTo(Phase.REVOKED);
        assertThat(failure(scene::confirmRevoked).fix()).contains("destroy path");
        kv.denyDestroy(Optional.empty());
        assertThat(scene.confirmRevoked().lines()).anyMatch(line -> line.contains("versions [1]"));
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void a_workspace_that_is_refused_destroys_nothing_whatever_a_person_says() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        world.refuseWorkspace();
        Failure refused = failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)));
        assertThat(refused.code()).isEqualTo("rotation-workspace-refused");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.outcomes()).doesNotContain(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void a_service_that_cannot_be_asked_destroys_nothing_whatever_a_person_says() {
        scene.putLive();
        scene.rotateTo(world.issue());
        world.cutOff(TransportFailure.CONNECTION_REFUSED.with("service:443"));
        assertThat(failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)))
                        .kind())
                .isEqualTo(FailureKind.CONNECTIVITY);
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void a_refusal_without_a_reason_needs_a_persons_word_and_is_asked_for_twice() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        world.refuseWithoutWords();
        assertThat(failure(scene::confirmRevoked).code()).isEqualTo("rotation-proves-nothing");
        int before = world.questions(old);
        scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(world.questions(old)).isEqualTo(before + 2);
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void a_sentence_about_a_revocation_is_no_proof_and_a_persons_word_outweighs_that() {
        String old = scene.putLive();
        scene.rotateTo(world.issue());
        world.revoke(old);
        world.refuseBySentence();
        Failure refused = failure(scene::confirmRevoked);
        assertThat(refused.code()).isEqualTo("rotation-proves-nothing");
        assertThat(refused.why()).contains("error code");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void an_answer_that_nobody_understands_is_no_proof_and_a_persons_word_outweighs_that() {
        outweighed(IdentityFailure.SERVICE_ANSWER_UNEXPECTED.with("h", "status 404"), "rotation-answer-unclear");
    }

    @Test
    void an_answer_that_nobody_can_read_is_no_proof_and_a_persons_word_outweighs_that() {
        outweighed(IdentityFailure.SERVICE_ANSWER_UNREADABLE.with("h", "status 401"), "rotation-answer-unclear");
    }

    @Test
    void an_old_token_that_nobody_can_sign_with_is_given_up_by_a_persons_word() {
        outweighed(IdentityFailure.AGENT_KEY_UNUSABLE.with("no key"), "rotation-previous-no-token");
    }

    private void outweighed(Failure answer, String code) {
        scene.putLive();
        scene.rotateTo(world.issue());
        world.cutOff(answer);
        Failure doubt = failure(scene::confirmRevoked);
        assertThat(doubt.code()).isEqualTo(code);
        assertThat(doubt.fix()).contains("--unproven");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
        assertThat(scene.status().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void a_control_that_failed_does_not_spare_the_second_question() {
        scene.putLive();
        scene.rotateTo(world.issue());
        ((KvInMemory) scene.kv).delete(scene.paths.live(), 2);
        world.refuseOnce();
        assertThat(failure(() -> scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true)))
                        .code())
                .isEqualTo("rotation-still-accepted");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
    }

    @Test
    void a_live_token_of_another_kind_is_no_control_whatever_the_refusal_names() {
        String old = scene.putLive();
        AgentIdentity agent = new TokenIssuer(scene.clock, Workspace.EXAMPLE).issueAgentIdentity();
        world.accept(agent.token(), TokenWorld.OWNER);
        scene.rotator().stage(scene.stagingOfJwt(agent.token()));
        scene.verify();
        scene.promote();
        world.revoke(old);
        Failure refused = failure(scene::confirmRevoked);
        assertThat(refused.code()).isEqualTo("rotation-no-control");
        assertThat(refused.what()).contains("of another kind");
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isTrue();
        scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(scene.kv.version(scene.paths.live(), 1).isPresent()).isFalse();
        assertThat(scene.outcomes()).endsWith(StepOutcome.ASSUMED_REVOKED);
    }

    @Test
    void a_persons_word_is_told_from_a_proof_and_only_what_was_destroyed_is_called_so() {
        scene.putLive();
        scene.rotateTo(world.issue());
        ((KvInMemory) scene.kv).keepingOnly(1);
        StepResult byWord = scene.rotator().confirmRevoked(new ConfirmRevokedRequest(true));
        assertThat(byWord.lines()).anyMatch(line -> line.startsWith("No version of") && line.contains("was left"));
        assertThat(failure(scene::rollback).why())
                .contains("taken as revoked", "by the word of approle-rotator on ci-1")
                .doesNotContain("destroyed");
    }
}
