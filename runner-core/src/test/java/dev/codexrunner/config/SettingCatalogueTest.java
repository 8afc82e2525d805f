package dev.codexrunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingCatalogueTest {

    private static final String SECRET = "java.util.Optional<dev.codexrunner.secret.Secret>";

    static Stream<RecordComponent> leaves() {
        List<RecordComponent> leaves = new ArrayList<>();
        collect(RunnerConfig.class, leaves);
        return leaves.stream();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void every_component_has_a_flag_a_variable_a_key_and_a_line_in_the_docs(RecordComponent leaf) {
        Optional<Setting<?>> found = settingOf(leaf);
        assertThat(found)
                .as("a setting for " + leaf.getDeclaringRecord().getSimpleName() + "." + leaf.getName())
                .isPresent();
        Setting<?> setting = found.orElseThrow();
        boolean secret = leaf.getGenericType().getTypeName().equals(SECRET);
        assertThat(setting.secret()).isEqualTo(secret);
        assertThat(setting.flag().isPresent()).as("secrets have no flag").isNotEqualTo(secret);
        assertThat(setting.variable()).startsWith("CODEX_RUNNER_");
        assertThat(SettingCatalogue.named(setting.name())).containsSame(setting);
        assertThat(Repository.read("docs/configuration.md")).contains(SettingTables.row(setting));
    }

    @Test
    void every_setting_fills_a_component_of_its_own() {
        assertThat(SettingCatalogue.all()).hasSize((int) leaves().count());
        assertThat(leaves().map(SettingCatalogueTest::settingOf).distinct().count())
                .isEqualTo(SettingCatalogue.all().size());
    }

    @Test
    void every_secret_has_a_file_beside_it() {
        assertThat(SettingCatalogue.all().stream().filter(Setting::secret))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(SettingCatalogue.named(secret.name() + "-file"))
                        .isPresent());
    }

    private static Optional<Setting<?>> settingOf(RecordComponent leaf) {
        return SettingCatalogue.all().stream()
                .filter(setting -> setting.group().recordType() == leaf.getDeclaringRecord()
                        && setting.component().equals(leaf.getName()))
                .findFirst();
    }

    private static void collect(Class<?> type, List<RecordComponent> leaves) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isRecord()) {
                collect(component.getType(), leaves);
            } else {
                leaves.add(component);
            }
        }
    }
}
