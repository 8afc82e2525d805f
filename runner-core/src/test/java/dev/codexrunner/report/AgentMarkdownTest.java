package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentMarkdownTest {

    private static final long SEED = 20261121;

    private static final List<String> LINES = List.of(
            "-",
            "- ",
            "=",
            "=== ",
            "--",
            "---",
            "+",
            "+ ",
            "*",
            "* ",
            "1.",
            "1. ",
            "1) ",
            "2)",
            "#",
            "# ",
            "## h",
            "\n",
            "\n",
            "\n",
            "\n",
            "text",
            "✅ codex-runner: success",
            " ",
            "    ",
            "\t",
            "```",
            "`",
            "**",
            "> ",
            "\u00A0",
            "\u2003",
            "\u200B",
            "\u001B[m",
            "<br>",
            "| a |",
            "\\");

    private static final List<String> STRAY = List.of(
            "2 ** 3 is 8.\n\n",
            "a ` b\n",
            "x ** y ` z\n",
            "* \n",
            "``\n",
            "# a ** b\n",
            "- ` c\n",
            "***\n",
            "`` a ` b\n",
            "");

    private static final String SECRET = "k7Qx2RmT9vW4zB6nYc1LpD8s";

    @ParameterizedTest
    @ValueSource(strings = {"- ", "-  \t", "* ", "+ ", "1. ", "=", "--- ", "- \u00A0", "- \u2003", "- **  **", "- ` `"})
    void no_line_makes_a_heading_of_the_line_above(String line) {
        assertThat(headings("✅ codex-runner: success\n" + line + "\n\nAll is well."))
                .isEmpty();
    }

    @Test
    void no_text_of_any_sort_makes_a_heading() {
        Random random = new Random(SEED);
        long tries = Campaign.size(40_000, 400_000);
        for (long i = 0; i < tries; i++) {
            String text = random.ints(1 + random.nextInt(9), 0, LINES.size())
                    .mapToObj(LINES::get)
                    .collect(Collectors.joining());
            assertThat(headings(text)).as("%s", text).isEmpty();
        }
        Campaign.tried("answers of marks and line ends", tries, SEED, "no heading but ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 ** 3 is 8.\n\nThe key: **k7Qx2RmT9vW4**zB6nYc1LpD8s",
                "a ` b\n\nThe key: `k7Qx2RmT9vW4`zB6nYc1LpD8s",
                "`` a ` b\nThe key: k7Qx2RmT9vW4**zB6nYc1LpD8s**",
            })
    void a_stray_mark_lines_above_does_not_hide_a_secret_from_the_search(String said) {
        assertGone(said);
    }

    @Test
    void stray_marks_before_and_between_hide_no_secret() {
        Random random = new Random(SEED);
        for (long i = 0; i < Campaign.size(400, 20_000); i++) {
            int cut = 4 + random.nextInt(16);
            String mark = random.nextBoolean() ? "**" : "`".repeat(1 + random.nextInt(2));
            String marked = random.nextBoolean()
                    ? mark + SECRET.substring(0, cut) + mark + SECRET.substring(cut)
                    : SECRET.substring(0, cut) + mark + SECRET.substring(cut) + mark;
            assertGone(stray(random) + stray(random) + "The key: " + marked + " here\n" + stray(random));
        }
    }

    @Test
    void a_mark_that_is_cut_out_of_a_long_message_hides_no_secret() {
        assertGone("x ** y " + "filling ".repeat(20_000) + " ** k7Qx2RmT9vW4**zB6nYc1LpD8s");
    }

    @Test
    void code_and_emphasis_stay() {
        assertThat(AgentMarkdown.quote("a `b*c*d` **e** ** f ` g")).isEqualTo("> a `b*c*d` **e** \\*\\* f \\` g<br>\n");
    }

    private static String stray(Random random) {
        return STRAY.get(random.nextInt(STRAY.size()));
    }

    private static void assertGone(String said) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("pass", SECRET));
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(SampleReports.saying(said)));
        tree.remove("structuredOutput");
        RunReport redacted = new ReportRedaction(redactor).redact(ReportJson.fromTree(tree));
        String rendered =
                RenderedMarkdown.of(new MarkdownReport().render(redacted)).text();
        assertThat(ConsoleText.bare(rendered)).as("%s", said).doesNotContain(SECRET);
    }

    private static List<String> headings(String answer) {
        List<String> headings = new ArrayList<>();
        Node document = Parser.builder().build().parse(AgentMarkdown.quote(answer));
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading.toString());
            }
        });
        return headings;
    }
}
