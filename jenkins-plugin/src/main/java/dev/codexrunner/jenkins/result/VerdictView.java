package dev.codexrunner.jenkins.result;

import java.util.List;

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

    /**
     * Where the runner has written no report: what its exit code says, and its last words.
     *
     * @param lastWords the end of its standard error, masked
     */
    public static VerdictView withoutReport(int exitCode, String lastWords) {
        RunKind kind = exitCode == 0 ? RunKind.INTERNAL : RunKind.ofExitCode(exitCode);
        String said = lastLines(lastWords);
        String what = exitCode == 0
                ? Texts.of("VerdictView.noReportOfSuccess")
                : Texts.of("VerdictView.noReport", exitCode, kind.when());
        return new VerdictView(
                false,
                kind.wireName(),
                "no-report",
                exitCode,
                said.isEmpty() ? what : Texts.of("VerdictView.lastWords", what, said),
                Texts.of("VerdictView.seeLog"),
                false);
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }
}
