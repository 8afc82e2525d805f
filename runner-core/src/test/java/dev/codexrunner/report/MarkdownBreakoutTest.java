package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the agent says, somebody else's Markdown parser finds no markup in the summary but ours. */
class MarkdownBreakoutTest {

    private static final long SEED = 20261121;

    private static final List<String> PIECES = List.of(
            "</details>",
            "<details>",
            "</summary>",
            "</code>",
            "<script>",
            "<img src=http://e/x.png>",
            "<!--",
            "-->",
            "![p](http://e/p.png)",
            "[c](javascript:alert(1))",
            "[x]: http://e",
            "<http://e>",
            "[x]",
            "https://e.example",
            "www.e.example",
            "@team",
            "#1",
            "GH-1",
            "a@e.example",
            "`",
            "``",
            "```",
            "````",
            "~~~",
            "```mermaid",
            "$x$",
            "$$",
            "$`",
            "`$",
            "\\",
            "\\\\",
            "*",
            "**",
            "_",
            "__",
            "~~",
            "|",
            "| a |",
            "| - |",
            "# h",
            "===",
            "---",
            "> q",
            "- i",
            "1. i",
            "2) i",
            "    code",
            "\t",
            "\n",
            "\n\n",
            " ",
            "<br>",
            "&lt;",
            "&#60;",
            "::error::x",
            "##[group]",
            "\u202E",
            "\u2067",
            "\u001b[31m",
            "\u0000",
            "\u2028",
            "\r",
            "/close",
            "x",
            "שלום",
            "[ ]",
            "[^1]",
            ":tada:");

    private static final List<String> TAGS = List.of(
            "<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>", "<br>", "<span>", "</span>");

    @Test
    void agent_text_of_any_sort_brings_neither_tag_nor_link_nor_fence_of_its_own() {
        Random random = new Random(SEED);
        long tries = Campaign.size(300, 20_000);
        for (long i = 0; i < tries; i++) {
            String hostile = random.ints(1 + random.nextInt(30), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            String markdown = new MarkdownReport().render(saying(hostile));
            RenderedMarkdown rendered = RenderedMarkdown.of(markdown);

            assertThat(rendered.tags()).as("%s\n%s", hostile, markdown).isSubsetOf(TAGS);
            assertThat(rendered.links()).as("%s\n%s", hostile, markdown).isEmpty();
            assertThat(rendered.fences()).as("%s\n%s", hostile, markdown).isSubsetOf("text");
            for (String tag : List.of("details", "summary", "code", "span")) {
                assertThat(count(rendered, "</" + tag + ">"))
                        .as("%s of %s\n%s", tag, hostile, markdown)
                        .isEqualTo(count(rendered, "<" + tag + ">"));
            }
            assertThat(rendered.prose())
                    .as(hostile)
                    .doesNotContain("://e", "www.e", "@team", "@e.", "#1")
                    .doesNotContainPattern("(?m)^\\s*::|(?<![\\p{L}\\p{N}])GH-1");
            assertThat(count(rendered, "<span>"))
                    .as("dollars by themselves: %s", hostile)
                    .isEqualTo(rendered.prose().chars().filter(c -> c == '$').count());
            assertThat(rendered.text()).as(hostile).doesNotContain("\u202E", "\u2067", "\u001b", "\u0000");
        }
        Campaign.tried("summaries of hostile text", tries, SEED, "no markup of the agent's");
    }

    private static long count(RenderedMarkdown rendered, String tag) {
        return rendered.tags().stream().filter(tag::equals).count();
    }

    private static RunReport saying(String text) {
        Map<String, Object> tree = new LinkedHashMap<>(ReportJson.toTree(SampleReports.saying(text)));
        tree.remove("structuredOutput");
        return ReportJson.fromTree(tree);
    }
}
