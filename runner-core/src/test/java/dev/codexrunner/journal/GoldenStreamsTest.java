package dev.codexrunner.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.RecordedStreams;
import dev.codexrunner.outcome.Requirements;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GoldenStreamsTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNode GOLDEN =
            MAPPER.readTree(Path.of(System.getProperty("codexrunner.root"), "contract/golden/codex-0.169.0.json")
                    .toFile());

    static Stream<String> names() {
        return RecordedStreams.names().stream();
    }

    @Test
    void every_recorded_stream_has_its_expectation_and_the_other_way_round() {
        assertThat(GOLDEN.propertyNames()).containsExactlyInAnyOrderElementsOf(RecordedStreams.names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void replay_of_a_recorded_stream_tells_what_is_expected(String name) {
        JsonNode expected = GOLDEN.get(name);
        Replay replay = RecordedStreams.replay(name, Requirements.NONE);

        assertThat(replay.verdict().kind().wireName())
                .isEqualTo(expected.get("kind").stringValue());
        assertThat(replay.verdict().exitCode())
                .isEqualTo(expected.get("exitCode").intValue());
        assertThat(replay.verdict().code()).isEqualTo(expected.get("code").stringValue());
        assertThat(replay.transcript()
                        .finalMessage()
                        .map(message -> message.text())
                        .orElse(null))
                .isEqualTo(expected.get("finalMessage").asString(null));
        JsonNode counts = MAPPER.valueToTree(replay.transcript().counts());
        expected.get("counts")
                .properties()
                .forEach(count -> assertThat(counts.get(count.getKey()).longValue())
                        .as(count.getKey())
                        .isEqualTo(count.getValue().longValue()));
        assertThat(replay.usage().thread().isPresent())
                .isEqualTo(!expected.get("threadUsage").isNull());
        replay.usage()
                .thread()
                .ifPresent(usage -> expected.get("threadUsage")
                        .properties()
                        .forEach(count -> assertThat(MAPPER.valueToTree(usage)
                                        .get(count.getKey())
                                        .longValue())
                                .as(count.getKey())
                                .isEqualTo(count.getValue().longValue())));
        JsonNode stderr = expected.path("stderr");
        assertThat(replay.stderr().patchesFailed())
                .isEqualTo(stderr.path("patchesFailed").asLong(0));
        assertThat(replay.stderr().declined()).isEqualTo(stderr.path("declined").asLong(0));
        assertThat(replay.stderr().otherToolErrors())
                .isEqualTo(stderr.path("otherToolErrors").asLong(0));
        assertThat(replay.transcript().counts().malformedLines()).isZero();
        assertThat(replay.transcript().counts().unknownEvents()).isZero();
        assertThat(replay.transcript().counts().oddities()).isZero();
    }
}
