package dev.codexrunner.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainmentTest {

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(outside.resolve("checkout")).toRealPath();
    }

    private Path link(String name, String target) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, Path.of(target));
    }

    private boolean leadsOut(Path path) {
        return new Containment(folder).follow(path).isEmpty();
    }

    @Test
    void a_link_within_the_folder_is_followed() throws IOException {
        Path real = Files.writeString(folder.resolve("CLAUDE.md"), "text");
        assertThat(new Containment(folder).follow(link("a/AGENTS.md", "../CLAUDE.md")))
                .contains(real);
        assertThat(new Containment(folder).follow(link("absolute", real.toString())))
                .contains(real);
        assertThat(new Containment(folder).follow(link("b", "a").resolve("AGENTS.md")))
                .contains(real);
    }

    @Test
    void what_is_not_there_leads_where_it_would_be() {
        assertThat(new Containment(folder).follow(folder.resolve("none/here"))).contains(folder.resolve("none/here"));
    }

    @Test
    void a_link_that_leads_out_is_told_whether_or_not_there_is_something() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        assertThat(leadsOut(link("up", "../secret"))).isTrue();
        assertThat(leadsOut(link("environment", "/proc/self/environ"))).isTrue();
        assertThat(leadsOut(link("of-a-process-to-come", "/proc/4194303/environ")))
                .isTrue();
        assertThat(leadsOut(link("folder", "..").resolve("secret"))).isTrue();
        assertThat(leadsOut(link("chain", "up"))).isTrue();
    }

    @Test
    void a_way_out_and_in_again_leads_out() throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        assertThat(leadsOut(link("around", "../checkout/file"))).isTrue();
        assertThat(leadsOut(link("by-proc", "/proc/self/cwd/file"))).isTrue();
    }

    @Test
    void the_folder_of_git_and_a_circle_lead_out() throws IOException {
        assertThat(leadsOut(link("config", ".git/config"))).isTrue();
        assertThat(leadsOut(link("circle", "circle"))).isTrue();
    }

    @Test
    void a_folder_that_is_reached_by_a_link_is_the_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path reached = Files.createSymbolicLink(outside.resolve("reached"), folder);
        assertThat(new Containment(reached).follow(reached.resolve("file"))).contains(file);
        assertThat(new Containment(reached).names(file)).isTrue();
        assertThat(new Containment(reached).names(outside.resolve("other"))).isFalse();
    }

    @Test
    void another_spelling_of_the_folder_names_what_is_in_it() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path reached = Files.createSymbolicLink(outside.resolve("reached"), folder);
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Path direct = Files.createSymbolicLink(outside.resolve("direct"), inner);
        Containment containment = new Containment(folder);
        assertThat(containment.relative(reached.resolve("file"))).isEqualTo(Path.of("file"));
        assertThat(containment.relative(reached)).isEqualTo(Path.of(""));
        assertThat(containment.relative(direct.resolve("none"))).isEqualTo(Path.of("inner/none"));
        assertThat(containment.follow(reached.resolve("file"))).contains(file);
        assertThat(containment.names(reached.resolve("../other"))).isFalse();
        assertThat(containment.names(outside.resolve("missing/file"))).isFalse();
    }

    @Test
    void a_link_that_leads_out_is_told_by_another_spelling_too() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        link("up", "../secret");
        Path reached = Files.createSymbolicLink(outside.resolve("reached"), folder);
        assertThat(new Containment(folder).names(reached.resolve("up"))).isTrue();
        assertThat(leadsOut(reached.resolve("up"))).isTrue();
    }
}
