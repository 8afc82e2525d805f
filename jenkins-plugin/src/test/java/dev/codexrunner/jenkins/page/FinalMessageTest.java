package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalMessageTest {

    @Test
    void markdown_becomes_html() {
        assertThat(html("Some **bold** `code`\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
                .contains("<strong>bold</strong>", "<code>code</code>", "<li>one</li>", "<td>1</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "text <b onclick=\"x()\">b</b>",
                "<div>\n<style>*{}</style>\n</div>",
                "```html\n<script>x</script>\n```",
                "```\"><script>x</script>\ncode\n```",
                "`<script>`",
                "[<script>](https://example.com/\"><script>)",
                "<!-- <script> -->",
                "| <script> | b |\n|---|---|\n| <img> | 2 |"
            })
    void html_of_the_agent_is_text(String markdown) {
        assertThat(html(markdown)).doesNotContainPattern("<(script|img|style|div|b)[\\s>]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](../../doDelete)",
                "[x](/job/y/build)",
                "[x](//evil.example/)",
                "[x](https://user:pass@evil.example/)",
                "[x](https:evil)",
                "<mailto:a@b.example>"
            })
    void a_link_that_is_none_to_the_web_is_text(String markdown) {
        assertThat(html(markdown)).doesNotContain("href");
    }

    @Test
    void a_link_to_the_web_is_one_and_shows_where_it_leads() {
        assertThat(html("[docs](https://example.com/a?b=1&c=2)"))
                .contains("<a href=\"https://example.com/a?b=1&amp;c=", "rel=\"noopener noreferrer nofollow\"")
                .contains("title=\"https://example.com/a");
    }

    @Test
    void a_picture_is_its_description() {
        assertThat(html("![a cat](https://evil.example/pixel.png)"))
                .contains("a cat")
                .doesNotContain("<img")
                .doesNotContain("evil.example");
    }

    @Test
    void a_heading_is_none_of_the_pages() {
        assertThat(html("# One\n\nTwo\n===\n\n###### Six"))
                .doesNotContainPattern("<h[1-6]")
                .contains("One", "Six");
    }

    @Test
    void what_turns_or_hides_text_is_named() {
        assertThat(html("a\u202Eb \u001b]0;t\u0007 \u200b \u001b[31mred\u001b[0m"))
                .contains("\u27E8U+202E\u27E9", "\u27E8ESC\u27E9", "\u27E8BEL\u27E9", "\u27E8U+200B\u27E9", "red")
                .doesNotContain("\u202E")
                .doesNotContain("[31m");
    }

    @Test
    void an_endless_answer_is_cut() {
        FinalMessage.Rendered rendered = FinalMessage.render("word ".repeat(100_000));

        assertThat(rendered.cut()).isTrue();
        assertThat(rendered.html()).hasSizeLessThan(250_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "* ", "[", "**a", "![", "<", "`", "\\", "|", "_a ", "- "})
    void an_answer_made_to_exhaust_the_parser_is_rendered(String piece) {
        assertThat(FinalMessage.render(piece.repeat(100_000)).html()).isNotEmpty();
    }

    private static String html(String markdown) {
        return FinalMessage.render(markdown).html();
    }
}
