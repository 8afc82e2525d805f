package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown's escapes stand between the characters of a secret, and rendering takes them out again: it must be gone before. */
class MarkdownSecretTest {

    private static final String EVERY_MARK = "aZ\\`*_{}[]()#+-.!|~$=<>&\"'/:;?@^%,9k";

    @TempDir
    private Path temp;

    static Stream<String> secrets() {
        return Stream.of(
                EVERY_MARK,
                "at-Zx_9_Qm*7*k~v~W",
                "**bold-pass**word",
                "`tick`ed`pass`word",
                "<b>tagged</b>&amp;pass",
                "[linked](pass)word!",
                "|cell|pass|word|",
                "# 1. - heading pass",
                "$x^2$ formula $pass$");
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_of_marks_is_not_in_the_summary_nor_in_what_it_renders_to(String secret) throws IOException {
        assertGone(
                secret, "It is " + secret + " and\n- " + secret + "\n\n```\n" + secret + "\n```\n`` " + secret + " ``");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**k7Qx2RmT9vW4**zB6nYc1LpD8s",
                "k7Qx2RmT9vW4**zB6nYc1LpD8s**",
                "`k7Qx2RmT9vW4`zB6nYc1LpD8s",
                "``k7Qx2RmT9vW4``**zB6n**Yc1LpD8s",
                "# **k7Qx2RmT9v**W4zB6nYc1LpD8s",
                "- k7Qx2Rm**T9vW4z**`B6nYc1LpD8s`",
            })
    void a_secret_in_pieces_of_emphasis_or_code_is_whole_to_a_reader_and_thus_gone(String marked) throws IOException {
        assertGone("k7Qx2RmT9vW4zB6nYc1LpD8s", marked);
    }

    @Test
    void a_secret_that_the_agent_escaped_as_markdown_is_gone() throws IOException {
        String secret = "k7Qx_2RmT-9vW4*zB6n";
        assertGone(secret, "It is k7Qx\\_2RmT\\-9vW4\\*zB6n.");
    }

    @Test
    void a_token_that_the_agent_escaped_as_markdown_is_known_by_its_shape() throws IOException {
        String random = "k7Qx2RmT9vW4zB6nYc1LpD8sHf3JgA5eUo0i";
        write("at\\-" + random + " github\\_pat\\_" + random + " **ghp_**" + random);
        assertThat(rendered()).doesNotContain(random);
        assertThat(Files.readString(temp.resolve("report.json"))).doesNotContain(random);
    }

    private final Redactor redactor = new Redactor();

    private void assertGone(String secret, String said) throws IOException {
        redactor.learn(Secret.of("pass", secret));
        write(said);

        String markdown = Files.readString(temp.resolve("report.md"));
        assertThat(rendered()).contains("redacted:pass");
        String unescaped = markdown.replaceAll("\\\\(\\p{Punct})", "$1").replace("\u200B", "");
        for (String form : List.of(markdown, unescaped, rendered())) {
            assertThat(form).doesNotContain(secret);
        }
    }

    private void write(String said) {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(SampleReports.saying(said)));
        tree.remove("structuredOutput");
        new ReportWriter(redactor, ReportFormats.all()).write(ReportJson.fromTree(tree), temp);
    }

    /** What a reader has before them, without what nobody sees. */
    private String rendered() throws IOException {
        return RenderedMarkdown.of(Files.readString(temp.resolve("report.md")))
                .text()
                .replace("\u200B", "");
    }
}
