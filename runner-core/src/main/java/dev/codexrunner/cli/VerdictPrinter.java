package dev.codexrunner.cli;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.run.RunResult;
import dev.codexrunner.secret.Redactor;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The last lines of a run on standard error: verdict, cause, fix, where the record lies. */
final class VerdictPrinter {

    private static final int LONGEST_LINE = 2_000;

    private final ConsoleText console;
    private final PrintStream err;

    VerdictPrinter(Redactor redactor, PrintStream err) {
        this.console = new ConsoleText(redactor);
        this.err = err;
    }

    void print(RunResult result) {
        RunReport report = result.report();
        RunReport.VerdictSection verdict = report.verdict();
        report.warnings().forEach(warning -> line("", "warning: " + warning));
        if (verdict.exitCode() == 0) {
            line("", "verdict: success" + usage(report));
        } else {
            line("", "verdict: " + verdict.kind() + " (exit " + verdict.exitCode() + ")");
            detail(verdict.reason(), verdict.fix(), verdict.code());
        }
        line("", "report: " + (Files.exists(page(result)) ? page(result) : result.folder()));
    }

    /** What a person opens. */
    private static Path page(RunResult result) {
        return result.folder().resolve("report.html");
    }

    private void detail(String reason, String fix, String code) {
        line("  ", "why: " + reason);
        line("  ", "fix: " + fix + " [" + code + ", docs/troubleshooting.md#" + code + "]");
    }

    private static String usage(RunReport report) {
        return report.usage()
                .map(tokens -> String.format(
                        Locale.ROOT, ", %,d tokens in, %,d out", tokens.inputTokens(), tokens.outputTokens()))
                .orElse("");
    }

    private void line(String indentation, String text) {
        err.println(indentation + console.line(text, LONGEST_LINE));
    }
}
