package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationJournalTest {

    private final RotationScene scene = RotationScene.inMemory();

    @ParameterizedTest
    @EnumSource
    void every_phase_survives_writing_and_reading(Phase phase) {
        RotationJournal journal = RotationJournal.begin(new SecureRandom())
                .with(RotationRulesTest.state(phase))
                .with(MetadataMode.FIELDS)
                .with(line(StepOutcome.PROMOTED))
                .writtenAs("a1");
        String text = JournalJson.write(journal);
        assertThat(JournalJson.read(text, scene.paths)).isEqualTo(journal);
        assertThat(text).startsWith("{\"format\":1,").contains("\"" + phase + "\"", "\"never\"");
    }

    @Test
    void a_journal_from_before_a_proof_told_what_it_was_compared_with_is_read() {
        String text = JournalJson.write(
                RotationJournal.begin(new SecureRandom()).with(RotationRulesTest.state(Phase.VERIFIED)));
        String before = text.replaceAll(",\"compared\":\\{[^}]*}", "");
        assertThat(before).isNotEqualTo(text);
        assertThat(JournalJson.read(before, scene.paths)
                        .state()
                        .candidate()
                        .flatMap(Candidate::proof)
                        .orElseThrow()
                        .compared())
                .isEmpty();
    }

    @Test
    void a_journal_whose_intent_is_about_another_token_is_refused() {
        String text = JournalJson.write(
                RotationJournal.begin(new SecureRandom()).with(RotationRulesTest.state(Phase.PROMOTING)));
        String forged = text.replaceFirst("(\"intent\":\\{.*\"fingerprint\":)\"candidate\"", "$1\"another\"");
        assertThat(forged).isNotEqualTo(text);
        assertThat(failure(() -> JournalJson.read(forged, scene.paths)).why()).contains("about another token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"format\":0}",
                "{\"format\":1}",
                "{\"format\":1,\"fingerprintKey\":\"c2hvcnQ=\",\"writeIds\":[],\"state\":{\"serial\":0,\"phase\":\"idle\"},"
                        + "\"steps\":[]}",
                "{\"format\":1,\"fingerprintKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"writeIds\":[],"
                        + "\"state\":{\"serial\":0,\"phase\":\"verified\"},\"steps\":[]}",
                "{\"format\":1,\"fingerprintKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"writeIds\":[],"
                        + "\"state\":{\"serial\":0,\"phase\":\"no such\"},\"steps\":[]}"
            })
    void a_journal_that_cannot_be_understood_is_named_and_left_alone(String text) {
        put(text);
        Failure refused = failure(() -> scene.stage(scene.world.issue()));
        assertThat(refused.code()).isEqualTo("rotation-journal-unreadable");
        assertThat(refused.kind()).isEqualTo(FailureKind.SECRET_SOURCE);
        assertThat(refused.fix()).contains("vault kv rollback", "secret/ci/codex/rotation");
        assertThat(scene.kv.latest(scene.paths.journal()).version()).isEqualTo(1);
    }

    @Test
    void a_journal_of_a_newer_format_asks_for_the_newer_runner() {
        put("{\"format\":2,\"all\":\"else\"}");
        Failure refused = failure(scene::verify);
        assertThat(refused.code()).isEqualTo("rotation-journal-too-new");
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @Test
    void a_deleted_journal_is_not_begun_anew() {
        scene.putLive();
        scene.stage(scene.world.issue());
        ((KvInMemory) scene.kv).delete(scene.paths.journal(), 1);
        assertThat(failure(scene::verify).code()).isEqualTo("rotation-journal-deleted");
    }

    @Test
    void the_timeline_is_bounded_and_forgets_refusals_first() {
        RotationJournal journal = RotationJournal.begin(new SecureRandom())
                .with(line(StepOutcome.STAGED))
                .with(line(StepOutcome.REFUSED));
        for (int refusals = 0; refusals < 500; refusals++) {
            journal = journal.with(line(StepOutcome.REFUSED));
        }
        assertThat(journal.steps()).hasSize(RotationJournal.LONGEST_TIMELINE);
        assertThat(journal.steps().get(0).outcome()).isEqualTo(StepOutcome.STAGED);
        for (int changes = 0; changes < 500; changes++) {
            journal = journal.with(line(StepOutcome.VERIFIED));
        }
        assertThat(journal.steps()).hasSize(RotationJournal.LONGEST_TIMELINE).doesNotContain(line(StepOutcome.REFUSED));
    }

    @Test
    void the_journal_holds_no_token() {
        String old = scene.putLive();
        String next = scene.world.issue();
        scene.rotateTo(next);
        String text = scene.kv
                .latest(scene.paths.journal())
                .fields()
                .text("journal")
                .orElseThrow()
                .reveal();
        assertThat(text).doesNotContain(old).doesNotContain(next);
        assertThat(RotationJournal.begin(new SecureRandom()).toString()).doesNotContain("fingerprintKey");
    }

    private void put(String journal) {
        scene.putLive();
        scene.kv.write(scene.paths.journal(), SecretFields.EMPTY.with("journal", Secret.of("journal", journal)), 0);
    }

    private static StepLine line(StepOutcome outcome) {
        return new StepLine(
                Instant.parse("2026-11-21T10:00:00Z"),
                RotationStep.PROMOTE,
                OptionalInt.of(2),
                outcome,
                Optional.of("some-code"),
                "x on y",
                Optional.empty());
    }
}
