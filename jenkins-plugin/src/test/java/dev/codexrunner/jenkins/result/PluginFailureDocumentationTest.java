package dev.codexrunner.jenkins.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PluginFailureDocumentationTest {

    private static final Path PAGE =
            Path.of(System.getProperty("codexrunner.root", ".."), "docs", "troubleshooting.md");
    /** What comes behind it belongs to this test, what comes before to that of runner-core. */
    private static final String HEADING = "\n## Jenkins plugin\n";

    private static final Pattern CODES = Pattern.compile("(?m)^### ([a-z0-9-]+)$");
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final Object[] DOTS = {"...", "...", "...", "..."};

    @Test
    void every_failure_of_the_plugin_stands_in_the_page_with_its_literal_text() throws IOException {
        String page = Files.readString(PAGE);
        String ofTheRunner = page.contains(HEADING) ? page.substring(0, page.indexOf(HEADING)) : page;
        String expected = ofTheRunner + section();
        if (System.getProperty("update") != null) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/troubleshooting.md is out of date; at the top of the repository: MAVEN_BASEDIR=$PWD mvn"
                        + " -f jenkins-plugin/pom.plain.xml test -Dtest=PluginFailureDocumentationTest -Dupdate")
                .isEqualTo(expected);
    }

    @Test
    void no_code_is_there_twice_not_even_one_of_the_runner() throws IOException {
        assertThat(CODES.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
                .hasSizeGreaterThan(PluginFailure.values().length)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void each_ends_as_its_kind_says_and_tells_what_to_do(PluginFailure failure) {
        VerdictView verdict = failure.with("first", "second", "third");

        assertThat(verdict.success()).isFalse();
        assertThat(verdict.exitCode()).isEqualTo(failure.kind().exitCode()).isPositive();
        assertThat(verdict.reason()).isNotBlank().doesNotContainPattern(VALUE);
        assertThat(verdict.fix()).endsWith(".").doesNotContainPattern(VALUE);
        assertThat(verdict.inWords()).startsWith(verdict.reason()).endsWith(" [" + failure.code() + "]");
    }

    private static String section() {
        StringBuilder section = new StringBuilder(HEADING).append("""

                What the plugin says before the runner is started, or in its place. `failOn` and `unstableOn` count for these as
                for the runner's own, by their kind.
                """);
        Arrays.stream(PluginFailure.values())
                .forEach(failure -> section.append("""

                ### %s

                Exit code %s: `%s`

                > %s

                %s%s
                """.formatted(
                                failure.code(),
                                exitCode(failure),
                                failure.kind().wireName(),
                                failure.text("reason", DOTS),
                                failure.text("fix", DOTS),
                                failure.retryable() ? " The same run, started again unchanged, may succeed." : "")));
        return section.toString();
    }

    private static String exitCode(PluginFailure failure) {
        return switch (failure) {
            case NO_REPORT, REPORT_CONTRADICTED -> "as the runner ended, or 1";
            case RUN_STOPPED -> "128+n";
            default -> Integer.toString(failure.kind().exitCode());
        };
    }
}
