package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.request.KnownSettings;
import dev.codexrunner.jenkins.request.PolicyEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** settings.txt against docs/configuration.md, which a test of the core compares with the runner's catalogue. */
class KnownSettingsTest {

    private static final Path ROOT = Path.of(System.getProperty("codexrunner.root", ".."));
    private static final Path SETTINGS =
            ROOT.resolve("jenkins-plugin/src/main/resources/dev/codexrunner/jenkins/request/settings.txt");

    @Test
    void the_plugin_knows_the_runners_settings() throws IOException {
        String expected = rows().map(cells -> cells[3].replace("`", "") + " " + cells[4].replace("\\|", "|") + "\n")
                .reduce("", String::concat);
        assertThat(Files.readString(SETTINGS))
                .as("put this text into " + SETTINGS)
                .isEqualTo(expected);
        assertThat(KnownSettings.keys()).hasSizeGreaterThan(60);
    }

    @Test
    void the_readme_and_the_help_list_the_keys_that_jobs_may_give_by_default() throws IOException {
        String keys = String.join(
                ", ",
                PolicyEntries.defaultSettings().stream()
                        .map(key -> "`" + key + "`")
                        .toList());
        String readme =
                Files.readString(ROOT.resolve("jenkins-plugin/README.md")).replaceAll("\\s+", " ");
        assertThat(readme.contains(keys)).as("the README has " + keys).isTrue();
        String help = Files.readString(
                        ROOT.resolve(
                                "jenkins-plugin/src/main/resources/dev/codexrunner/jenkins/configuration/CodexPolicy/help-configKeys.html"))
                .replaceAll("\\s+", " ");
        assertThat(help.contains(keys.replaceAll("`([^`]*)`", "<code>$1</code>")))
                .as("help-configKeys.html has " + keys)
                .isTrue();
        assertThat(KnownSettings.keys()).containsAll(PolicyEntries.defaultSettings());
        assertThat(PolicyEntries.settings(PolicyEntries.defaultSettings())).isEmpty();
    }

    @Test
    void every_key_that_the_plugin_sets_or_has_an_input_for_is_one() {
        assertThat(KnownSettings.keys()).containsAll(PolicyEntries.keysOfThePlugin());
    }

    private static Stream<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("docs/configuration.md"));
        return lines.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\s*(?<!\\\\)\\|\\s*"))
                .filter(cells -> cells.length > 4 && cells[3].startsWith("`"));
    }
}
