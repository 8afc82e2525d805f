package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.launch.InstructionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutInstructionsTest {

    @TempDir
    Path outside;

    private Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        root = Files.createDirectories(outside.resolve("checkout")).toRealPath();
        Files.createDirectories(root.resolve(".git"));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String name, String target) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(target));
    }

    private TeamConfig read(String workingFolder, InstructionSettings settings, boolean privateHome, Path... hidden) {
        RepositoryFolders folders = RepositoryFolders.of(root.resolve(workingFolder), settings.rootMarkers());
        return CheckoutInstructions.read(
                folders, new CheckoutFiles(folders.root(), List.of(hidden)), settings, privateHome);
    }

    private String told(String workingFolder) {
        return read(workingFolder, InstructionSettings.STANDARD, true)
                .homeFiles()
                .getOrDefault("AGENTS.md", "");
    }

    private void assertRefused(String workingFolder, Path... hidden) {
        assertThatThrownBy(() -> read(workingFolder, InstructionSettings.STANDARD, true, hidden))
                .hasMessageContaining("leads-out-of-checkout");
    }

    @Test
    void they_are_those_from_the_root_down_to_the_working_folder() throws IOException {
        write("AGENTS.md", "root");
        write("a/AGENTS.md", "hidden by the override");
        write("a/AGENTS.override.md", "middle");
        write("a/b/AGENTS.md", "here");
        write("other/AGENTS.md", "elsewhere");
        assertThat(told("a/b")).isEqualTo("root\n\nmiddle\n\nhere");
    }

    @Test
    void codex_looks_for_none_by_itself() {
        assertThat(read("", InstructionSettings.STANDARD, true).settings()).contains("project_doc_max_bytes=0");
    }

    @Test
    void without_a_home_of_the_runs_own_they_stand_before_the_prompt() throws IOException {
        write("AGENTS.md", "told");
        TeamConfig read = read("", InstructionSettings.STANDARD, false);
        assertThat(read.homeFiles()).isEmpty();
        assertThat(read.beforePrompt().orElseThrow())
                .isEqualTo("# AGENTS.md instructions for " + root + "\n\n<INSTRUCTIONS>\ntold\n</INSTRUCTIONS>\n\n");
    }

    @Test
    void a_link_within_the_checkout_is_followed() throws IOException {
        write("docs/CLAUDE.md", "linked");
        link("AGENTS.md", "docs/CLAUDE.md");
        assertThat(told("")).isEqualTo("linked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proc/self/environ",
                "/proc/4194303/environ",
                "/dev/zero",
                "../secret",
                ".git/config",
                "nowhere/../../x"
            })
    void a_link_that_leads_out_is_refused(String target) throws IOException {
        Files.writeString(outside.resolve("secret"), "secret");
        link("AGENTS.md", target);
        assertRefused("");
    }

    @Test
    void a_folder_on_the_way_that_leads_out_is_refused() throws IOException {
        Files.createDirectories(outside.resolve("elsewhere"));
        Files.writeString(outside.resolve("elsewhere/AGENTS.md"), "secret");
        link("a", "../elsewhere");
        assertRefused("a");
    }

    @Test
    void a_pipe_is_refused_and_a_folder_of_that_name_is_none() throws Exception {
        Files.createDirectories(root.resolve("AGENTS.override.md"));
        write("AGENTS.md", "told");
        assertThat(told("")).isEqualTo("told");
        Files.delete(root.resolve("AGENTS.md"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("AGENTS.md").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertRefused("");
    }

    @Test
    void a_credential_file_is_refused() throws IOException {
        write("config/token", "secret");
        link("AGENTS.md", "config/token");
        assertRefused("", root.resolve("config/token"));
    }

    @Test
    void skills_that_are_a_link_out_are_refused() throws IOException {
        Files.createDirectories(outside.resolve("skills"));
        link(".agents/skills", "../../skills");
        assertRefused("");
    }

    @Test
    void a_skills_folder_that_is_a_link_out_behind_a_link_within_is_refused() throws IOException {
        Files.createDirectories(outside.resolve("skills"));
        link("shared/deep", "../../skills");
        link(".agents/skills/shared", "../../shared");
        assertRefused("");
    }

    @Test
    void what_the_settings_say_counts() throws IOException {
        write("CLAUDE.md", "0123456789");
        write("AGENTS.md.d", "");
        InstructionSettings settings = new InstructionSettings(List.of("CLAUDE.md"), List.of(".git"), 4);
        TeamConfig read = read("", settings, true);
        assertThat(read.homeFiles()).containsEntry("AGENTS.md", "0123");
        assertThat(read.warnings()).singleElement().asString().contains("CLAUDE.md is cut");
        assertThat(read.facts().files())
                .singleElement()
                .satisfies(file -> assertThat(file.path()).isEqualTo("CLAUDE.md"));
        assertThat(read.beforePrompt()).isEqualTo(Optional.empty());
    }
}
