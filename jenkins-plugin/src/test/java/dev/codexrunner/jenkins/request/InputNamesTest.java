package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("codexrunner.root", ".."));
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| (?:`-\\w`, )?`(--[a-z0-9-]+)`");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Install it or name it with --codex-path.        | Install it or name it with codexPath.
            Give a readable file to --output-schema.        | Give a readable file to outputSchema.
            Set --vault-client-cert.                        | Set vault-client-cert in config.
            --vault-namespace, --ca-bundle: see them        | vault.namespace, caBundle: see them
            codex exec --help shows a-b--c and --           | codex exec --help shows a-b--c and --
            """)
    void options_become_the_inputs_that_set_them(String said, String expected) {
        assertThat(InputNames.in(said)).isEqualTo(expected);
    }

    @Test
    void the_file_that_the_plugin_wrote_is_not_named() {
        assertThat(InputNames.in("/agent/ws/job@tmp/codex-runner/52fa21df-0279-4687-b651-b21616397edb/settings.yaml:3:1"
                        + " vault-auth is \"approl\"."))
                .isEqualTo("vault.auth is \"approl\".");
    }

    @Test
    void the_agents_path_is_not_told_whole() throws IOException {
        assertThat(InputNames.in("codex was not found; looked at: every folder of PATH (/usr/bin:/bin). And so on."))
                .isEqualTo("codex was not found; looked at: every folder of PATH. And so on.");
        assertThat(words("runner-core/src/main/java/dev/codexrunner/launch")).contains("every folder of PATH (");
    }

    @Test
    void no_setting_of_the_runner_is_left_as_an_option() throws IOException {
        List<String> options = SETTING.matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
                .results()
                .map(option -> option.group(1))
                .toList();

        assertThat(options)
                .hasSizeGreaterThan(60)
                .allSatisfy(option ->
                        assertThat(InputNames.in("Set " + option + ".")).doesNotContain("--"));
    }

    private static String words(String folder) throws IOException {
        StringBuilder words = new StringBuilder();
        try (var files = Files.walk(ROOT.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                words.append(Files.readString(file));
            }
        }
        return words.toString();
    }
}
