package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Whole rotations as lists of commands, for the tests that kill, lose and interleave. */
enum RotationPrograms {
    /** A is live; B is staged, verified and promoted; A is revoked and confirmed. */
    WHOLE(true, List.of(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.PROMOTED, StepOutcome.REVOKED)) {
        @Override
        void fill(Programme programme) {
            programme.rotation();
            programme.onWorld(scene -> scene.world.revoke(programme.first));
            programme.command(rotation -> rotation.confirmRevoked(new ConfirmRevokedRequest(false)));
        }
    },
    /** A is live; B is promoted, and A rolled back to. */
    ROLLED_BACK(
            true, List.of(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.PROMOTED, StepOutcome.ROLLED_BACK)) {
        @Override
        void fill(Programme programme) {
            programme.rotation();
            programme.command(rotation -> rotation.rollback(new RollbackRequest(OptionalInt.empty())));
        }
    },
    /** Nothing is live before. */
    FIRST_EVER(false, List.of(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.PROMOTED)) {
        @Override
        void fill(Programme programme) {
            programme.rotation();
        }
    },
    /** B is staged, replaced by C, which is verified and withdrawn. */
    WITHDRAWN(true, List.of(StepOutcome.STAGED, StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.DISCARDED)) {
        @Override
        void fill(Programme programme) {
            programme.stage(false);
            programme.next = programme.scene.world.issue();
            programme.stage(true);
            programme.command(rotation -> rotation.verify(new VerifyRequest(true)));
            programme.command(rotation -> rotation.rollback(new RollbackRequest(OptionalInt.empty())));
        }
    },
    /** B's promotion is killed before it writes the live secret; then B is withdrawn. */
    PROMOTION_WITHDRAWN(
            true, List.of(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.ABANDONED, StepOutcome.DISCARDED)) {
        @Override
        void fill(Programme programme) {
            programme.withdrawnPromotion();
        }
    },
    /** The same where nothing is live before. */
    FIRST_PROMOTION_WITHDRAWN(
            false, List.of(StepOutcome.STAGED, StepOutcome.VERIFIED, StepOutcome.ABANDONED, StepOutcome.DISCARDED)) {
        @Override
        void fill(Programme programme) {
            programme.withdrawnPromotion();
        }
    };

    final boolean liveBefore;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    final List<StepOutcome> outcomes;

    RotationPrograms(boolean liveBefore, List<StepOutcome> outcomes) {
        this.liveBefore = liveBefore;
        this.outcomes = outcomes;
    }

    abstract void fill(Programme programme);

    /** What is to be done on this scene. */
    Programme on(RotationScene scene) {
        Programme programme = new Programme(scene, liveBefore ? scene.putLive() : "none");
        fill(programme);
        return programme;
    }

    /** Which token is live when all is done. */
    String liveAtTheEnd(Programme programme) {
        return switch (this) {
            case WHOLE, FIRST_EVER -> programme.next;
            case ROLLED_BACK, WITHDRAWN, PROMOTION_WITHDRAWN, FIRST_PROMOTION_WITHDRAWN -> programme.first;
        };
    }

    Phase phaseAtTheEnd() {
        return this == ROLLED_BACK ? Phase.AWAITING_REVOCATION : Phase.IDLE;
    }

    /** Commands of a rotator, and what happens in the world between them. */
    static final class Programme {
        final RotationScene scene;
        final String first;
        String next;
        final List<Consumer<Rotation>> commands = new ArrayList<>();

        Programme(RotationScene scene, String first) {
            this.scene = scene;
            this.first = first;
            this.next = scene.world.issue();
        }

        void rotation() {
            stage(false);
            command(rotation -> rotation.verify(new VerifyRequest(true)));
            command(rotation -> rotation.promote(new PromoteRequest(OptionalInt.empty())));
        }

        void stage(boolean replace) {
            String token = next;
            command(rotation -> rotation.stage(scene.staging(token, replace, OptionalInt.empty())));
        }

        /** The candidate's promotion dies with its intent in the journal, and is withdrawn by whoever comes next. */
        void withdrawnPromotion() {
            stage(false);
            command(rotation -> rotation.verify(new VerifyRequest(true)));
            onWorld(there -> {
                Rotation mortal = there.rotator(
                        "mortal on ci-0", WatchedSecrets.killedBefore(there.kv, "write " + there.paths.live()));
                assertThat(catchThrowable(() -> mortal.promote(new PromoteRequest(OptionalInt.empty()))))
                        .isInstanceOf(Killed.class);
            });
            command(rotation -> rotation.rollback(new RollbackRequest(OptionalInt.empty())));
        }

        void command(Consumer<Rotation> command) {
            commands.add(command);
        }

        void onWorld(Consumer<RotationScene> event) {
            commands.add(rotation -> event.accept(scene));
        }
    }
}
