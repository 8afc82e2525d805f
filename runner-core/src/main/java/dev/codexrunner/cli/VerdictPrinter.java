package dev.codexrunner.cli;

import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.run.RunResult;
import dev.codexrunner.secret.Redactor;
import java.io.PrintStream;
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
        report.warnings().forEach(warning -> line("warning: " + warning));
        if (verdict.exitCode() == 0) {
            line("verdict: success" + usage(report));
        } else {
            line("verdict: " + verdict.kind() + " (exit " + verdict.exitCode() + ")");
            detail("cause: " + verdict.reason());
            detail("fix: " + verdict.fix() + " [" + verdict.code() + "]");
        }
        result.recordFailure().ifPresent(failure -> {
            line("record: " + failure.reason());
            detail("fix: " + failure.fix() + " [" + failure.code() + "]");
        });
        line("report: " + result.folder());
    }

    private static String usage(RunReport report) {
        return report.usage()
                .map(tokens -> String.format(
                        Locale.ROOT, ", %,d tokens in, %,d out", tokens.inputTokens(), tokens.outputTokens()))
                .orElse("");
    }

    /** Indented below the line that it explains; console.line takes away what stands at the front. */
    private void detail(String text) {
        err.println("  " + console.line(text, LONGEST_LINE));
    }

    private void line(String text) {
        err.println(console.line(text, LONGEST_LINE));
    }
}
