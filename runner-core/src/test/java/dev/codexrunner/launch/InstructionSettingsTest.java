package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionSettingsTest {

    private static InstructionSettings of(String... config) {
        return InstructionSettings.of(Configs.codex(List.of(config), List.of()), CodexHomeSettings.none());
    }

    @Test
    void without_a_setting_they_are_codex_own() {
        assertThat(of()).isEqualTo(InstructionSettings.STANDARD);
    }

    @Test
    void the_last_setting_counts() {
        assertThat(of("project_doc_max_bytes=10", "project_doc_max_bytes=20").maxBytes())
                .isEqualTo(20);
        assertThat(of("project_doc_max_bytes=-1").maxBytes()).isEqualTo(32 * 1024);
    }

    @Test
    void names_that_lead_elsewhere_are_none() {
        assertThat(of("project_doc_fallback_filenames=[\"CLAUDE.md\", \"../x\", \"..\", \"\"]")
                        .fallbackNames())
                .containsExactly("CLAUDE.md");
        assertThat(of("project_root_markers=[\".hg\"]").rootMarkers()).containsExactly(".hg");
    }
}
