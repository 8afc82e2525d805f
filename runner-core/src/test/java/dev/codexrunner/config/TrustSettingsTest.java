package dev.codexrunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustSettingsTest {

    private static TrustConfig resolve(String... namesAndValues) {
        Map<String, List<String>> texts = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            texts.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new ConfigResolver()
                .resolve(new ConfigSources(
                        ConfigSources.Purpose.CHECK, texts, Map.of(), Optional.empty(), Optional.empty()))
                .config()
                .trust();
    }

    @Test
    void nothing_is_trusted_by_default() {
        assertThat(resolve()).isEqualTo(new TrustConfig(java.util.Set.of(), TeamConfigMode.OFF, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef01234567",
                "refs/heads/main",
                "refs/tags/v1.2",
                "origin/main",
                "origin/feature/one#2"
            })
    void a_base_that_can_only_mean_one_commit(String base) {
        assertThat(resolve("team-config", "base", "team-config-base", base).teamConfigBase())
                .contains(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "HEAD",
                "0123456",
                "origin/main~1",
                "origin/main^",
                "origin/main@{1}",
                "a/../b",
                "--upload-pack=x/y",
                "origin//main",
                "origin/.x",
                ":/text",
                "origin/main x"
            })
    void a_base_that_could_come_to_mean_another(String base) {
        assertThatThrownBy(() -> resolve("team-config", "base", "team-config-base", base))
                .hasMessageContaining("invalid-value");
    }

    @ParameterizedTest
    @CsvSource({
        "team-config-base-missing,team-config base",
        "team-config-base-unused,team-config-base origin/main",
        "team-config-needs-private-home,team-config base team-config-base origin/main codex-home /srv/home"
    })
    void settings_that_do_not_fit_together(String code, String settings) {
        assertThatThrownBy(() -> resolve(settings.split(" ", -1))).hasMessageContaining(code);
    }
}
