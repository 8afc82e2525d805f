package dev.codexrunner.cli;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.secret.Redactor;
import java.io.PrintStream;
import java.util.Optional;

/** Shows a failure: what, why, and what to do. */
final class FailurePrinter {

    private FailurePrinter() {}

    static void print(Failure failure, PrintStream err) {
        // Nothing is known yet that could be masked, but what looks like a token is; and values may come from anyone.
        ConsoleText console = new ConsoleText(new Redactor());
        err.println(console.block("error: " + failure.what()));
        if (!failure.why().isBlank()) {
            err.println(console.block("  why:" + (failure.why().startsWith("\n") ? "" : " ") + failure.why()));
        }
        err.println(console.block("  fix: " + failure.fix()) + " [" + failure.code() + ", docs/troubleshooting.md#"
                + failure.code() + "]");
    }

    /** The failure that stands for a bug: where it happened, without the message, which may hold anything. */
    static Failure internal(Throwable bug) {
        String place = Optional.of(bug.getStackTrace())
                .filter(frames -> frames.length > 0)
                .map(frames -> frames[0].getClassName() + ":" + frames[0].getLineNumber())
                .orElse("an unknown place");
        return CliFailure.INTERNAL_ERROR.with(bug.getClass().getSimpleName(), place);
    }

    /** Frames without messages, for {@code CODEX_RUNNER_DEBUG}. */
    static void frames(Throwable bug, PrintStream err) {
        for (StackTraceElement frame : bug.getStackTrace()) {
            err.println("    at " + frame);
        }
    }
}
