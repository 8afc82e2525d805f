package dev.codexrunner.cli;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.StandardOutput;
import dev.codexrunner.rotation.HumanStep;
import dev.codexrunner.rotation.RotationStatus;
import dev.codexrunner.rotation.StepResult;
import dev.codexrunner.rotation.view.StatusJson;
import dev.codexrunner.rotation.view.StatusView;
import dev.codexrunner.rotation.view.StepView;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.util.List;
import java.util.Optional;

/** What a rotation says: the outcome on standard output, warnings and what a person does next on standard error. */
final class RotationPrinter {

    private static final int LONGEST_LINE = 2_000;

    private final ConsoleText console;
    private final RedactedJson redactedJson;
    private final Surroundings surroundings;
    private final boolean json;

    RotationPrinter(Redactor redactor, Surroundings surroundings, boolean json) {
        this.console = new ConsoleText(redactor);
        this.redactedJson = new RedactedJson(redactor);
        this.surroundings = surroundings;
        this.json = json;
    }

    void done(StepResult result, List<String> warnings) {
        out(json ? StepView.json(result, warnings) : StepView.text(result, console));
        warn(warnings);
        next(result.next());
    }

    void status(RotationStatus status, List<String> warnings) {
        out(json ? StatusJson.of(status, warnings) : StatusView.text(status, console));
        warn(warnings);
        next(Optional.of(status.next()));
    }

    /** @param lines what was found and done before it failed */
    void failed(RotationAction action, Failure failure, List<String> lines, List<String> warnings) {
        if (json) {
            out(StepView.json(action.toString(), failure, lines, warnings));
        } else {
            lines.forEach(line -> err("before it failed: " + line));
        }
        warn(warnings);
        failure(failure);
    }

    void failure(Failure failure) {
        err("error: " + failure.what());
        if (!failure.why().isBlank()) {
            err("  ", "why: " + failure.why());
        }
        err(
                "  ",
                "fix: " + failure.fix() + " [" + failure.code() + ", docs/troubleshooting.md#" + failure.code() + "]");
    }

    /** @param text JSON where {@code --json} is given */
    void out(String text) {
        surroundings
                .out()
                .print(json ? StandardOutput.harmlessJson(redactedJson.redact(text)) + "\n" : console.block(text));
    }

    boolean json() {
        return json;
    }

    void warn(List<String> warnings) {
        warnings.forEach(warning -> err("warning: " + warning));
    }

    void next(Optional<HumanStep> next) {
        next.ifPresent(step -> {
            err("next: " + step.text());
            step.link().ifPresent(link -> err("  ", link.toString()));
        });
    }

    private void err(String line) {
        err("", line);
    }

    private void err(String indentation, String line) {
        surroundings.err().println(indentation + console.line(line, LONGEST_LINE));
    }

    /** A PrintStream swallows a full disk and a closed pipe; an outcome that nobody got is no success. */
    boolean delivered() {
        return !surroundings.out().checkError();
    }

    int undelivered(int exitCode) {
        FailurePrinter.print(CliFailure.RESULT_NOT_PRINTED.with(), surroundings.err());
        return exitCode == FailureKind.SUCCESS.exitCode() ? FailureKind.REPORT_IO.exitCode() : exitCode;
    }
}
