package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.TokenFailure;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a step found and did is worth knowing most where it failed in the end. */
class StepNotesTest {

    private final RotationScene scene = RotationScene.inMemory();
    private final Rotation rotation = scene.rotator();

    @Test
    void a_step_that_fails_has_told_what_it_found_and_warned_of() {
        scene.stage(scene.world.issue());
        scene.world.failProbes(TokenFailure.TOKEN_UNKNOWN_SHAPE.with());
        assertThat(failure(() -> rotation.verify(new VerifyRequest(false))).code())
                .isEqualTo(TokenFailure.TOKEN_UNKNOWN_SHAPE.code());
        assertThat(rotation.notes().lines()).singleElement().asString().startsWith("The service accepts it");
        assertThat(rotation.notes().warnings()).singleElement().asString().startsWith("There is no live token");
    }

    @Test
    void a_step_that_is_done_has_told_what_its_result_says() {
        StepResult staged = rotation.stage(scene.staging(scene.world.issue()));
        assertThat(rotation.notes()).isEqualTo(new StepNotes(staged.lines(), staged.warnings()));
    }

    @Test
    void the_step_after_it_begins_with_nothing_told() {
        StepResult unused = rotation.stage(scene.staging(scene.world.issue()));
        failure(() -> rotation.promote(new PromoteRequest(OptionalInt.empty())));
        assertThat(rotation.notes()).isEqualTo(StepNotes.NONE);
    }
}
