package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.JsonReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model or its service fails, or answers what wasn't asked for. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelFailureIT {

    private final Scene scene;

    ModelFailureIT(Scene scene) {
        this.scene = scene;
    }

    @Fault(
            area = Area.CODEX,
            made = "the model's service answers a turn so",
            promised = "the failure's own name and exit code")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rate_limited, LIMITED, rate-limited",
        "usage_limit, LIMITED, usage-limit",
        "quota, LIMITED, quota-exceeded",
        "capacity, LIMITED, model-at-capacity",
        "stream_cut, TURN_FAILED, stream-lost",
        "server_error, TURN_FAILED, service-error",
        "bad_request, TURN_FAILED, request-refused",
        "context_window, TURN_FAILED, context-window"
    })
    void the_service_fails(String scenario, FailureKind kind, String code, Seen seen) throws Exception {
        FinishedRun run = scene.run().playing(scenario).finish();

        run.failsAs(kind, code);
        assertThat(run.report().at("/codex/exitCode").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"hello, output-not-json", "answer_of_the_wrong_type, output-breaks-schema"})
    void an_answer_that_breaks_its_schema(String scenario, String code) throws Exception {
        RunnerProcess runner = scene.run().playing(scenario);
        Path schema = Files.writeString(
                runner.folder().resolve("schema.json"),
                "{\"type\":\"object\",\"required\":[\"answer\"],\"properties\":{\"answer\":{\"type\":\"string\"}},"
                        + "\"additionalProperties\":false}");

        FinishedRun run = runner.option("--output-schema", schema.toString()).finish();

        run.failsAs(FailureKind.OUTPUT_INVALID, code);
        assertThat(run.text("/checks/0/name") + " " + run.text("/checks/0/status"))
                .isEqualTo("output-schema failed");
    }

    @Test
    void a_required_output_that_is_missing() throws Exception {
        FinishedRun run = scene.run()
                .playing("work")
                .with("--require", "new.txt", "--require", "absent.txt")
                .finish();

        run.failsAs(FailureKind.OUTPUT_INVALID, "required-output-missing");
        assertThat(run.text("/verdict/reason")).contains("absent.txt").doesNotContain("new.txt");
    }

    @Test
    void a_failure_that_passes_is_tried_again_and_each_attempt_is_listed() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        scene.backend().override(Endpoint.RESPONSES, new JsonReply(500, "{\"error\":{\"message\":\"Oh.\"}}"));
        try (Scene.Listening listening = scene.listen(request -> {
            if (request.endpoint().equals(Optional.of(Endpoint.RESPONSES)) && asked.incrementAndGet() > 4) {
                scene.backend().restore(Endpoint.RESPONSES);
            }
        })) {
            FinishedRun run = scene.run().option("--retries", "2").finish().succeeds();

            assertThat(run.report()
                            .at("/codex/attempts")
                            .valueStream()
                            .map(attempt -> attempt.path("kind").asString("")))
                    .containsExactly("turn_failed", "turn_failed", "success");
            assertThat(run.text("/codex/attempts/0/reason")).isNotBlank();
        } finally {
            scene.backend().restore(Endpoint.RESPONSES);
        }
    }

    @Test
    void what_failed_and_cannot_pass_is_not_tried_again() throws Exception {
        int before = scene.requestsSoFar();

        FinishedRun run =
                scene.run().playing("usage_limit").option("--retries", "2").finish();

        run.failsAs(FailureKind.LIMITED, "usage-limit");
        assertThat(run.report().at("/codex/attempts")).hasSize(1);
        assertThat(scene.modelRequestsSince(before)).hasSize(1);
    }
}
