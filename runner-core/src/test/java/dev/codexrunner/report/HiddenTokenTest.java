package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token whose characters are kept apart by what nobody sees is whole to a reader. */
class HiddenTokenTest {

    private static final String RANDOM = "k7Qx2RmT9vW4zB6nYc1LpD8sHf3JgA5eUo0i";

    @TempDir
    private Path temp;

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001",
                "\u007f",
                "\u0085",
                "\u00ad",
                "\u034f",
                "\u115f",
                "\u200b",
                "\u200d",
                "\u2066",
                "\u2800",
                "\u3164",
                "\ufe0f",
                "\ufeff",
                "\udb40\udc41",
                "\u001b[31m",
                "\u001b[0\u2066m\u200b",
            })
    void a_token_of_a_known_shape_is_in_no_file(String between) throws IOException {
        // A line break to some: those see two words.
        String apart = between.equals("\u0085") ? "" : between;
        String tokens = Stream.of("at-", "sk-proj-", "hvs.", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_")
                .map(prefix -> spread(prefix + RANDOM, apart))
                .collect(Collectors.joining(
                        "\n", "These:\n", "\n" + spread("Bearer", "") + " " + spread(RANDOM, apart)));

        writer().write(SampleReports.saying(tokens), temp);

        assertNowhere(RANDOM);
        assertThat(new ConsoleText(redactor).block(tokens))
                .satisfies(shown -> assertThat(asRead(shown)).doesNotContain(RANDOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u034f", "\u3164", "\u115f", "\uffa0", "\u2800", "\u200b"})
    void a_held_secret_is_in_no_file(String between) throws IOException {
        redactor.learn(Secret.of("pass", "correct horse battery"));

        writer().write(SampleReports.saying("It is " + spread("correct horse battery", between)), temp);

        assertNowhere("horse");
        assertThat(redactor.redact("It is " + spread("correct horse battery", between)))
                .isEqualTo("It is [redacted:pass]");
    }

    private ReportWriter writer() {
        return new ReportWriter(redactor, ReportFormats.all());
    }

    private void assertNowhere(String secret) throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            List<Path> written = files.toList();
            assertThat(written)
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(asRead(Files.readString(file))).doesNotContain(secret));
        }
    }

    /** Markup and escapes undone, and what nobody sees taken out. */
    private static String asRead(String text) {
        String plain = text.replaceAll("\\\\u[0-9a-fA-F]{4}|\u27e8[^\u27e9]*\u27e9", "")
                .replaceAll("\\\\(\\p{Punct})", "$1");
        return ConsoleText.bare(plain);
    }

    private static String spread(String word, String between) {
        return Arrays.stream(word.split("")).collect(Collectors.joining(between));
    }
}
