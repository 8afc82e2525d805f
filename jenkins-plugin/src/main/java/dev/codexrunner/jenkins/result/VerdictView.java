package dev.codexrunner.jenkins.result;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The judgement of a run, as the runner made it.
 *
 * @param kind as in contract/exit-codes.json
 * @param code stable name of the failure, the anchor in docs/troubleshooting.md
 * @param fix what to do; empty for a success
 */
public record VerdictView(
        boolean success, String kind, String code, int exitCode, String reason, String fix, boolean retryable) {

    private static final int MOST_LINES = 12;

    /** As the runner prints what keeps it from beginning with a run. */
    private static final Pattern FAILURE = Pattern.compile(
            "^error: (?<reason>(?:(?!^error: ).)*?)^  fix: (?<fix>[^\\n]*) \\[(?<code>[a-z0-9-]+), docs/troubleshooting\\.md#",
            Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern WHY = Pattern.compile("\\n  why: ?");

    /**
     * Where the runner has written no report: what its exit code says, and its last words.
     *
     * @param lastWords the end of its standard error, masked
     */
    public static VerdictView withoutReport(int exitCode, String lastWords) {
        RunKind kind = exitCode == 0 ? RunKind.INTERNAL : RunKind.ofExitCode(exitCode);
        Matcher failure = FAILURE.matcher(lastWords);
        if (exitCode != 0 && failure.find()) {
            String reason =
                    WHY.matcher(failure.group("reason")).replaceFirst(" ").strip();
            String code = failure.group("code");
            return new VerdictView(false, kind.wireName(), code, exitCode, reason, failure.group("fix"), false);
        }
        String said = lastLines(lastWords);
        String what = exitCode == 0
                ? Texts.of("VerdictView.noReportOfSuccess")
                : Texts.of("VerdictView.noReport", exitCode, kind.when());
        return PluginFailure.NO_REPORT.endedWith(
                kind, exitCode, said.isEmpty() ? what : Texts.of("VerdictView.lastWords", what, said));
    }

    /** Where a report says success and the runner's exit code does not. */
    public static VerdictView contradicted(int exitCode) {
        RunKind kind = RunKind.ofExitCode(exitCode);
        return PluginFailure.REPORT_CONTRADICTED.endedWith(kind, exitCode, exitCode, kind.when());
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }

    /** The same with its texts in other words. */
    public VerdictView inWordsOf(UnaryOperator<String> words) {
        return new VerdictView(success, kind, code, exitCode, words.apply(reason), words.apply(fix), retryable);
    }

    /** All of a failure in a paragraph: what happened and why, what to do, and the code. */
    public String inWords() {
        return (fix.isEmpty() ? reason : reason + " " + fix) + " [" + code + "]";
    }
}
