package dev.codexrunner.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every template must hold to, so that no value can be more than text. */
class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/codexrunner/report");

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".mustache")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void only_our_own_style_and_script_go_unescaped() throws IOException {
        String all = templates().stream().map(TemplatesTest::read).collect(Collectors.joining());

        assertThat(all.replace("{{{style}}}", "").replace("{{{script}}}", "")).doesNotContain("{{{", "{{&", "{{=");
    }

    /** With an escaper of its own, another one could forget it. */
    @Test
    void one_class_alone_sets_up_the_template_engine() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains("com.samskivert")))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("PageTemplate.java");
        }
    }

    @Test
    void no_template_has_a_script_a_style_an_address_or_a_value_without_quotes_in_a_tag() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(9).allSatisfy(file -> {
            String text = read(file);
            assertThat(text).doesNotContainPattern("\\son\\w+=|\\sstyle=|javascript:|https?:|\\ssrc=");
            assertThat(text).doesNotContainPattern("=\\{\\{");
            assertThat(text).doesNotContainPattern("href=\"(?!#|data:,\"|\\{\\{\\.\\}\\}\")");
        });
    }

    @Test
    void the_policy_lets_nothing_in_but_these_two() {
        assertThat(PageParts.policy())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .contains("; script-src 'sha256-")
                .doesNotContain("unsafe", "http", "*", "'self'");
    }

    @Test
    void style_and_script_cannot_end_their_elements() throws IOException {
        for (String file : List.of("base.css", "html/report.css", "html/report.js", "index/index.css")) {
            assertThat(read(FOLDER.resolve(file))).doesNotContain("</", "<!--");
        }
        for (String file : List.of("base.css", "html/report.css", "index/index.css")) {
            assertThat(read(FOLDER.resolve(file))).doesNotContain("url(", "@import");
        }
    }
}
