package dev.codexrunner.report;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The agent's answer: JSON of a schema as such, else its words as a quotation. Of one that is too long the middle is left out. */
final class MarkdownAnswer {

    /** As it is rendered: characters that Markdown reads make it longer. */
    private static final int LONGEST = 20_000;

    private MarkdownAnswer() {}

    /** Without entries where there is no answer. */
    static MarkdownSection section(RunReport report) {
        String answer = report.finalMessage().orElse("");
        if (answer.isBlank()) {
            return MarkdownSection.of("Answer", List.of());
        }
        UnaryOperator<String> rendering =
                report.structuredOutput().isPresent() ? Markdown::block : AgentMarkdown::quote;
        String shown = Markdown.within(answer, LONGEST, rendering);
        boolean cut = answer.length() > LONGEST || rendering.apply(answer).length() > LONGEST;
        return MarkdownSection.of("Answer", List.of(cut ? shown + note(answer) : shown));
    }

    private static String note(String answer) {
        return String.format(
                Locale.ROOT,
                "\n"
                        + "_The middle of the answer is left out for length: it has %,d characters. report.json has what"
                        + " was kept of it._\n",
                answer.length());
    }
}
