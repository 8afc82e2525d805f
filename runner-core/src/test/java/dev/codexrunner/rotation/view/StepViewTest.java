package dev.codexrunner.rotation.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.RotationStep;
import dev.codexrunner.rotation.StepResult;
import dev.codexrunner.secret.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepViewTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void a_line_break_in_what_a_step_says_forges_no_line_of_its_output(String lineBreak) {
        StepResult result = new StepResult(
                RotationStep.PROMOTE,
                "promoted as version 2" + lineBreak + "confirm-revoked: revoked",
                false,
                OptionalInt.of(2),
                List.of("Begun by ci" + lineBreak + "promote: promoted as version 3", "  kept."),
                List.of(),
                Optional.empty());

        assertThat(StepView.text(result, new ConsoleText(new Redactor())).split("\\R"))
                .containsExactly(
                        "promote: promoted as version 2 ⏎ confirm-revoked: revoked",
                        "  Begun by ci ⏎ promote: promoted as version 3",
                        "    kept.");
    }
}
