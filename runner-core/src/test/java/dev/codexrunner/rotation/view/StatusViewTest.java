package dev.codexrunner.rotation.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.HumanStep;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.RotationStep;
import dev.codexrunner.rotation.StepLine;
import dev.codexrunner.rotation.StepOutcome;
import dev.codexrunner.rotation.TokenExpiry;
import dev.codexrunner.rotation.TokenFacts;
import dev.codexrunner.secret.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusViewTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String FORGED = "  2026-11-21T12:00:01Z  confirm-revoked: revoked (approle-rotator on ci-1)";

    private final ConsoleText console = new ConsoleText(new Redactor());

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\n\r\u2028\n"})
    void a_line_break_in_the_journal_forges_no_line_of_the_timeline(String lineBreak) {
        String odd = "ci" + lineBreak + FORGED;
        String text = StatusView.text(status(line(Optional.of(odd), odd, Optional.of(odd)), odd), console);

        assertThat(text.split("\\R"))
                .hasSize(5)
                .filteredOn(shown -> shown.contains("confirm-revoked"))
                .satisfiesExactly(
                        live -> assertThat(live).startsWith("  live       version 3"),
                        line -> assertThat(line).startsWith("  2026-11-21T12:00:00Z  stage: staged"));
        assertThat(text).contains(" ⏎ ");
    }

    /** An escape sequence without an end would take the rest of the line with it. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001B]0;", "\u009D", "\u001B[2K\u001B[1A", "\u202E", "\u2066", "\u001B[8mha:AAAA"})
    void an_escape_sequence_in_one_entry_hides_nothing_beside_it(String escape) {
        String text = StatusView.text(
                status(line(Optional.of("code" + escape), "x" + escape, Optional.of("detail" + escape)), "y" + escape),
                console);

        assertThat(text)
                .contains("2026-11-21T12:00:00Z  stage: staged (version 1) [code], detail (x)")
                .contains("\"y\" of y, expires 2026-11-21T12:00:00Z")
                .doesNotContain("\u001B", "\u009D", "\u202E", "\u2066");
    }

    @Test
    void what_is_harmless_is_shown_as_it_is() {
        assertThat(StatusView.text(status(line(Optional.empty(), "grüß 例 on ci-1", Optional.empty()), "ci"), console))
                .isEqualTo("""
                        rotation of secret/ci/codex#access_token: staged
                          live       version 3, written 2026-11-21T12:00:00Z; "ci" of ci, expires 2026-11-21T12:00:00Z

                        timeline, times in UTC:
                          2026-11-21T12:00:00Z  stage: staged (version 1) (grüß 例 on ci-1)
                        """);
    }

    private static StepLine line(Optional<String> code, String by, Optional<String> detail) {
        return new StepLine(NOW, RotationStep.STAGE, OptionalInt.of(1), StepOutcome.STAGED, code, by, detail);
    }

    private static RotationStatus status(StepLine line, String label) {
        return new RotationStatus(
                new RotationPaths("secret/ci/codex", "access_token"),
                Phase.STAGED,
                new RotationStatus.LivePath(SecretVersion.State.PRESENT, 3, Optional.of(NOW), true),
                Optional.of(new TokenFacts(
                        3,
                        "0123456789abcdef",
                        Optional.empty(),
                        Optional.of(label),
                        Optional.of(label),
                        Optional.of(TokenExpiry.at(NOW)),
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(line),
                List.of(),
                new HumanStep("Verify it.", Optional.empty()));
    }
}
