package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.report.html.VisibleText;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A text that looks at every blank from each blank before it keeps a finished run from its report. The bound is far above
 * what work in proportion to the length takes, and far below what its square does.
 */
class LongTextTest {

    private static final int LENGTH = Campaign.isFull() ? 1 << 21 : Campaign.length(1 << 18);

    private static final List<String> SINGLE = List.of(
            "\n", " ", "\t", "\r", "*", "`", "#", "[", "<", "&", "\u200B", "\"", "\\", "7", "a", ":", "~", "/", ">",
            "-", "\u001B", "=");

    private static final List<String> PAIRS = List.of(
            " \n", "\n>", "* ", "**a", "`a", "``a`", "# ", "[a](", "<a ", "&#", "a\u200B", "\\\"", "\\u00", "::",
            "\n::", "7.", "##[", "ERROR ", "eyJ.", ".git/", "a/../", "\u001B[", "\u001B]", "{\"a\":", "ghp_", "%25",
            "- \n");

    @TempDir
    private Path folder;

    static Stream<String> texts() {
        List<String> texts = new ArrayList<>();
        Stream.concat(SINGLE.stream(), PAIRS.stream())
                .map(piece -> piece.repeat(LENGTH / piece.length()))
                .forEach(texts::add);
        for (String filling : List.of(" ", "\n", "#", "~", "`", "*", "\u200B", ".", "7")) {
            texts.add("# a" + filling.repeat(LENGTH) + "b");
        }
        texts.add("~".repeat(LENGTH) + "`");
        texts.add("`".repeat(LENGTH / 2) + "a".repeat(LENGTH / 2) + "``");
        return texts.stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void no_text_takes_more_than_its_length(String text) {
        List<UnaryOperator<String>> forms = List.of(
                ConsoleText::neutralised,
                ConsoleText::bare,
                all -> ConsoleText.onOneLine(all, " "),
                Markdown::text,
                Markdown::code,
                Markdown::block,
                AgentMarkdown::quote,
                AgentMarkdown::seen,
                AgentMarkdown::withoutMarks,
                AgentMarkdown::unescaped,
                VisibleText::escape,
                WrappedCommand::unwrap,
                HarmlessJson::of);
        assertThat(forms).allSatisfy(form -> assertThat(form.apply(text)).isNotNull());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void no_text_keeps_a_run_from_its_report(String text) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("pass", "k7Qx2RmT9vW4zB6nYc1LpD8s"));

        RunReport written = new ReportWriter(redactor, ReportFormats.all()).write(SampleReports.saying(text), folder);

        assertThat(written.verdict().succeeded()).isTrue();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }
}
