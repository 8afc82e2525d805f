package dev.codexrunner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TroubleshootingDocumentationTest {

    private static final String PAGE = "docs/troubleshooting.md";

    private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}");

    private final List<FailureText> texts = FailureTexts.all();

    @Test
    void every_failure_stands_in_the_page_with_its_literal_text() {
        String page = page();
        Repository.updateIfAsked(PAGE, page);
        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(Repository.read(PAGE)).as(Repository.outOfDate(PAGE)).isEqualTo(page);
    }

    @Test
    void no_two_failures_share_a_code() {
        assertThat(texts.stream().map(FailureText::code)).doesNotHaveDuplicates();
    }

    /** The page is searched by words; one made of details alone can't be found, nor acted upon. */
    @Test
    void every_failure_says_in_words_of_its_own_what_happened_and_what_to_do() {
        assertThat(texts)
                .allSatisfy(text -> assertThat(List.of(text.what() + " " + text.why(), text.fix()))
                        .as(text.code())
                        .allMatch(template -> WORDS.matcher(literal(template)).find()));
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Troubleshooting

                <!-- Generated from the enums that implement FailureText; a test compares it and says how to regenerate it. -->

                Every failure ends with its code in brackets; search this page for it. `...` stands for what differs from case
                to case. Where several things are wrong with a configuration, all are listed at once.
                """);
        for (FailureKind kind : FailureKind.values()) {
            List<FailureText> ofKind =
                    texts.stream().filter(text -> text.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                String code = kind == FailureKind.CANCELLED ? "128+n" : Integer.toString(kind.exitCode());
                page.append("\n## Exit code ")
                        .append(code)
                        .append(": ")
                        .append(kind.wireName())
                        .append('\n');
                ofKind.forEach(text -> page.append(section(text)));
            }
        }
        return page.append(ofTheJenkinsPlugin()).toString();
    }

    /** A test of the plugin generates it. */
    private static String ofTheJenkinsPlugin() {
        String page = Repository.read(PAGE);
        int begin = page.indexOf("\n## Jenkins plugin\n");
        assertThat(begin).as("the section of the Jenkins plugin").isPositive();
        return page.substring(begin);
    }

    private static String section(FailureText text) {
        return "\n### %s\n\n> %s %s\n\n%s%s\n"
                .formatted(
                        text.code(),
                        literal(text.what()),
                        literal(text.why()),
                        literal(text.fix()),
                        text.retryable() ? " The same run, started again unchanged, may succeed." : "");
    }

    private static String literal(String template) {
        return template.replaceAll("%\\d+\\$[-#,0-9.]*[a-zA-Z]", "...")
                .replace("%%", "%")
                .replace("<", "&lt;")
                .strip();
    }
}
