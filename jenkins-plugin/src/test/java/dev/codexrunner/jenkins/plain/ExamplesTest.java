package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.result.BuildEffect;
import dev.codexrunner.jenkins.result.RunKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the examples can be told without a Jenkins; that they work is seen by {@code ExamplesIT}. */
class ExamplesTest {

    private static final Path PLUGIN = Path.of(System.getProperty("codexrunner.root", ".."), "jenkins-plugin");
    private static final Pattern KINDS = Pattern.compile("unstableOn: \\[([^]]*)]");
    private static final Pattern CODE = Pattern.compile("(\\d+): '(\\w+)'");
    private static final Pattern SHELL = Pattern.compile("(?:sh |script: )(\"\"\"|'''|\"|')");
    private static final Pattern SETTING = Pattern.compile("^([a-z0-9-]+):");

    static Stream<Path> jenkinsfiles() throws IOException {
        try (Stream<Path> files = Files.list(PLUGIN.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".Jenkinsfile")).sorted().toList().stream();
        }
    }

    @Test
    void there_is_one_to_begin_with_and_one_for_each_of_five_uses() throws Exception {
        assertThat(jenkinsfiles().map(file -> file.getFileName().toString()))
                .containsExactly(
                        "first-run.Jenkinsfile",
                        "nightly.Jenkinsfile",
                        "no-plugin.Jenkinsfile",
                        "parallel-modules.Jenkinsfile",
                        "review.Jenkinsfile",
                        "rotation-check.Jenkinsfile");
    }

    @ParameterizedTest
    @MethodSource("jenkinsfiles")
    void the_readme_shows_it_letter_by_letter(Path example) throws Exception {
        assertThat(Files.readString(PLUGIN.resolve("README.md"))).contains("```groovy\n" + text(example) + "```\n");
    }

    @Test
    void the_readme_shows_no_other_pipeline_and_the_settings_as_they_are() throws Exception {
        String readme = Files.readString(PLUGIN.resolve("README.md"));

        assertThat(readme.lines().filter(line -> line.startsWith("pipeline {")))
                .hasSize((int) jenkinsfiles().count());
        assertThat(readme).contains("```yaml\n" + text(PLUGIN.resolve("examples/codex-runner.yaml")) + "```\n");
    }

    @ParameterizedTest
    @MethodSource("jenkinsfiles")
    void kinds_that_make_it_unstable_are_kinds_of_failure(Path example) throws Exception {
        List<String> kinds = KINDS.matcher(text(example))
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).replace("'", "").split(", ")))
                .toList();

        assertThat(BuildEffect.problems("unstableOn", kinds)).isEmpty();
    }

    @Test
    void the_exit_codes_of_the_one_without_plugin_are_those_of_the_contract() throws Exception {
        Map<Integer, String> codes = new TreeMap<>();
        CODE.matcher(text(PLUGIN.resolve("examples/no-plugin.Jenkinsfile")))
                .results()
                .forEach(match -> codes.put(Integer.valueOf(match.group(1)), match.group(2)));

        assertThat(codes)
                .hasSizeGreaterThan(1)
                .allSatisfy((code, kind) ->
                        assertThat(RunKind.ofExitCode(code).wireName()).isEqualTo(kind));
    }

    @Test
    void the_one_without_plugin_uses_no_step_of_ours_and_hands_its_secret_over_in_a_variable_only() throws Exception {
        String example = text(PLUGIN.resolve("examples/no-plugin.Jenkinsfile"));

        assertThat(example).doesNotContain("codexExec", "codexRotationCheck").contains("set +x");
        assertThat(example.lines().filter(line -> !line.strip().startsWith("//")))
                .filteredOn(line -> line.contains("CODEX_RUNNER_VAULT_SECRET_ID"))
                .singleElement()
                .asString()
                .contains("withCredentials(", "variable: 'CODEX_RUNNER_VAULT_SECRET_ID'");
    }

    @ParameterizedTest
    @MethodSource("jenkinsfiles")
    void no_shell_script_is_made_by_groovy(Path example) throws Exception {
        List<String> quotes = SHELL.matcher(text(example))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(quotes).allMatch(quote -> quote.startsWith("'"));
    }

    @Test
    void its_settings_are_settings() throws Exception {
        String documented = Files.readString(PLUGIN.resolve("../docs/configuration.md"));
        List<String> unknown = new ArrayList<>();
        for (String line : Files.readAllLines(PLUGIN.resolve("examples/codex-runner.yaml"))) {
            String key =
                    SETTING.matcher(line).results().map(match -> match.group(1)).collect(Collectors.joining());
            if (!documented.contains("| `" + key + "` |")) {
                unknown.add(line);
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
