package dev.codexrunner.rotation;

import static dev.codexrunner.rotation.RotationScene.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.FailureTexts;
import dev.codexrunner.Repository;
import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.rotation.view.StatusJson;
import dev.codexrunner.rotation.view.StepView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --json} of a rotation's commands prints holds to the contract, and the examples there are what is printed. */
class RotationContractDocumentationTest {

    private static final String STEP = "contract/rotation-step.schema.json";
    private static final String STATUS = "contract/rotation-status.schema.json";
    private static final String GOLDEN = "contract/golden/rotation/";

    private final RotationScene scene = RotationScene.inMemory();

    @Test
    void a_rotation_from_its_beginning_to_its_end_holds_to_the_schemas() {
        String live = scene.putLive();
        holds(STATUS, status());
        StepResult staged = scene.stage(scene.world.issue());
        golden("step-staged.json", STEP, StepView.json(staged, List.of("A warning.")));
        holds(STATUS, status());
        Failure early = failure(scene::promote);
        golden("step-refused.json", STEP, StepView.json("promote", early, List.of("Found before."), List.of()));
        scene.verify();
        golden("status-verified.json", STATUS, status());
        holds(STEP, StepView.json(scene.promote(), List.of()));
        golden("status-awaiting-revocation.json", STATUS, status());
        scene.world.revoke(live);
        golden("step-confirmed.json", STEP, StepView.json(scene.confirmRevoked(), List.of()));
        golden("status-idle.json", STATUS, status());
    }

    @ParameterizedTest
    @EnumSource(StepOutcome.class)
    void every_outcome_in_every_phase_holds_to_the_schema(StepOutcome outcome) {
        for (Phase phase : Phase.values()) {
            for (RotationStep step : RotationStep.values()) {
                StepLine line = new StepLine(
                        scene.clock.instant(),
                        step,
                        OptionalInt.of(1),
                        outcome,
                        Optional.of("a-code"),
                        "x on y",
                        Optional.of("A sentence."));
                Intent intent =
                        new Intent(step, scene.clock.instant(), "x", 0, "f", Optional.empty(), Optional.empty(), 0);
                holds(STATUS, StatusJson.of(status(phase, List.of(line), Optional.of(intent)), List.of("w")));
            }
        }
    }

    @Test
    void every_failure_holds_to_the_schema() {
        Stream<FailureText> all = FailureTexts.all().stream();
        assertThat(all.map(text ->
                                text.with(Stream.generate(() -> "x").limit(12).toArray()))
                        .filter(failure -> failure.exitCode() != 0)
                        .peek(failure -> holds(STEP, StepView.json("verify", failure, List.of("l"), List.of("w")))))
                .hasSizeGreaterThan(200);
    }

    /** Programs switch on these words; a new one must be added to the contract. */
    @Test
    void the_schema_knows_exactly_the_words_that_there_are() {
        JsonNode schema = JsonMapper.shared().readTree(Repository.read(STATUS));
        assertThat(words(schema.at("/properties/timeline/items/properties/outcome/enum")))
                .containsExactlyInAnyOrderElementsOf(names(List.of(StepOutcome.values())));
        assertThat(words(schema.at("/properties/phase/enum")))
                .containsExactlyInAnyOrderElementsOf(names(List.of(Phase.values())));
        assertThat(words(schema.at("/$defs/step/enum")))
                .containsExactlyInAnyOrderElementsOf(names(List.of(RotationStep.values())));
        assertThat(words(schema.at("/$defs/kind/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CredentialKind.values()).map(WireName::of).toList());
        assertThat(words(schema.at("/properties/live/properties/state/enum")))
                .containsExactlyInAnyOrderElementsOf(Stream.of(SecretVersion.State.values())
                        .map(WireName::of)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"outcome\" : \"done\"", "\"exitCode\" : 0", "\"failure\" : null", "\"step\" : \"check\""})
    void the_schema_refuses_a_failure_that_reads_as_success(String forged) {
        String json =
                StepView.json("promote", RotationFailure.ROTATION_LOST.with("", "", "", "", ""), List.of(), List.of());
        String key = forged.substring(0, forged.indexOf(':'));
        String changed = key.contains("failure")
                ? json.replaceAll("(?s)\"failure\" : \\{.*?\\}", forged)
                : json.replaceAll(key + ": (\"[^\"]*\"|null|\\d+)", forged);
        assertThat(changed).contains(forged).isNotEqualTo(json);
        assertThat(problems(STEP, changed)).isNotEmpty();
    }

    private String status() {
        RotationStatus status = scene.status();
        return StatusJson.of(status, status.warnings());
    }

    private RotationStatus status(Phase phase, List<StepLine> timeline, Optional<Intent> intent) {
        return new RotationStatus(
                scene.paths,
                phase,
                new RotationStatus.LivePath(SecretVersion.State.ABSENT, 0, Optional.empty(), true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                intent,
                Optional.empty(),
                timeline,
                List.of(),
                new HumanStep("Do it.", Optional.of(HumanStep.TOKENS_PAGE)));
    }

    /** Fingerprints come from a random key, times from a clock. */
    private static void golden(String name, String schema, String json) {
        holds(schema, json);
        String stable = json.replaceAll("\"fingerprint\" : \"[0-9a-f]+\"", "\"fingerprint\" : \"0123456789abcdef\"")
                .replaceAll("(T[0-9:]{8})\\.[0-9]+Z", "$1Z");
        Repository.updateIfAsked(GOLDEN + name, stable);
        assertThat(Repository.read(GOLDEN + name))
                .as(Repository.outOfDate(GOLDEN + name))
                .isEqualTo(stable);
        holds(schema, stable);
    }

    private static void holds(String schema, String json) {
        assertThat(problems(schema, json)).as(json).isEmpty();
    }

    private static List<?> problems(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Repository.read(schema))
                .validate(json, InputFormat.JSON);
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(word -> word.asString("")).toList();
    }

    private static List<String> names(List<?> constants) {
        return constants.stream().map(Object::toString).toList();
    }
}
