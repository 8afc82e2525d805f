package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.rotation.RotationStep;
import dev.codexrunner.rotation.StepResult;
import dev.codexrunner.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RotationPrinterTest {

    private static final Failure FAILURE =
            new Failure(FailureKind.CREDENTIAL, "a-code", "It failed.", "It had to.", "Mend it.", false, 4);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_step_that_fails_says_what_it_did_before_then_its_warnings_then_the_failure() {
        printer(false)
                .failed(
                        RotationAction.VERIFY,
                        FAILURE,
                        List.of("Finished what was begun by x."),
                        List.of("Vault is slow."));
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo("""
                        before it failed: Finished what was begun by x.
                        warning: Vault is slow.
                        error: It failed.
                          why: It had to.
                          fix: Mend it. [a-code, docs/troubleshooting.md#a-code]
                        """);
    }

    @Test
    void a_failure_in_json_holds_the_lines_and_the_warnings_too() {
        printer(true).failed(RotationAction.VERIFY, FAILURE, List.of("Found."), List.of("Slow."));
        JsonNode json = JsonMapper.shared().readTree(text(out));
        assertThat(json.at("/lines/0").asString("")).isEqualTo("Found.");
        assertThat(json.at("/warnings/0").asString("")).isEqualTo("Slow.");
        assertThat(json.at("/failure/code").asString("")).isEqualTo("a-code");
        assertThat(text(err)).contains("warning: Slow.", "error: It failed.");
    }

    /** A C1 control character needs no escape in JSON, but a terminal obeys it. */
    @ParameterizedTest
    @ValueSource(strings = {"\u009D0;title", "\u0085", "\u2028", "\u001B]0;", "\u202E", "##[error]", "\n::error::"})
    void what_others_wrote_breaks_no_json_and_says_nothing_to_a_terminal(String odd) {
        StepResult result = new StepResult(
                RotationStep.STAGE,
                "staged " + odd,
                false,
                OptionalInt.empty(),
                List.of("line " + odd),
                List.of(),
                Optional.empty());
        printer(true).done(result, List.of("warning " + odd));
        JsonNode json = JsonMapper.shared().readTree(text(out));
        assertThat(json.at("/outcome").asString("")).isEqualTo("staged " + odd);
        assertThat(json.at("/lines/0").asString("")).isEqualTo("line " + odd);
        assertThat(text(out).strip()).hasLineCount(1).doesNotContain(odd).doesNotContain("##");
        assertThat(text(err)).hasLineCount(1).startsWith("warning: ");
    }

    private RotationPrinter printer(boolean json) {
        return new RotationPrinter(
                new Redactor(),
                new Surroundings(Map.of(), InputStream.nullInputStream(), stream(out), stream(err), false),
                json);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
