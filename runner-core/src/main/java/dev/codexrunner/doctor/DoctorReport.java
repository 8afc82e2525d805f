package dev.codexrunner.doctor;

import dev.codexrunner.failure.ExitCodePrecedence;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.secret.Redactor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What doctor found, after {@code contract/doctor.schema.json}: redacted, and each text harmless on a CI console.
 *
 * @param schemaVersion of that schema
 * @param checks one for each link, in their order
 * @param exitCode of the command
 */
public record DoctorReport(int schemaVersion, List<Line> checks, int exitCode) {

    static final int SCHEMA_VERSION = 1;
    private static final int LONGEST_TEXT = 4_000;

    /** What became of a check. */
    public enum Status {
        OK,
        WARNING,
        FAILED,
        SKIPPED
    }

    /**
     * One check.
     *
     * @param name the link's name
     * @param status what became of it
     * @param detail what was found; for a skipped one why it was skipped
     * @param code name of the failure, the anchor in docs/troubleshooting.md; for a failed one only, as kind and fix
     * @param kind kind of the failure, which decides the exit code
     * @param reason what is wrong and why; or the warnings
     * @param fix how to mend it
     */
    public record Line(
            String name,
            Status status,
            String detail,
            Optional<String> code,
            Optional<String> kind,
            Optional<String> reason,
            Optional<String> fix) {}

    static DoctorReport of(List<Examination.Examined> examined, OptionalInt signal, Redactor redactor) {
        ConsoleText console = new ConsoleText(redactor);
        List<Integer> exitCodes = examined.stream()
                .map(Examination.Examined::result)
                .filter(CheckResult.Failed.class::isInstance)
                .map(result -> ((CheckResult.Failed) result).failure().exitCode())
                .toList();
        int exitCode = signal.isPresent()
                ? FailureKind.CANCELLED.exitCode() + signal.getAsInt()
                : ExitCodePrecedence.of(exitCodes);
        return new DoctorReport(
                SCHEMA_VERSION, examined.stream().map(one -> line(one, console)).toList(), exitCode);
    }

    private static Line line(Examination.Examined one, ConsoleText console) {
        String name = one.link().wireName();
        CheckResult result = one.result();
        if (result instanceof CheckResult.Failed failed) {
            Failure failure = failed.failure();
            return new Line(
                    name,
                    Status.FAILED,
                    shown(failed.detail(), console),
                    Optional.of(failure.code()),
                    Optional.of(failure.kind().wireName()),
                    Optional.of(shown(failure.reason(), console)),
                    Optional.of(shown(failure.fix(), console)));
        }
        if (result instanceof CheckResult.Warning warning) {
            String reason = shown(String.join(" ", warning.warnings()), console);
            return plain(name, Status.WARNING, shown(warning.detail(), console), Optional.of(reason));
        }
        return result instanceof CheckResult.Passed passed
                ? plain(name, Status.OK, shown(passed.detail(), console), Optional.empty())
                : plain(name, Status.SKIPPED, shown(((CheckResult.Skipped) result).why(), console), Optional.empty());
    }

    private static Line plain(String name, Status status, String detail, Optional<String> reason) {
        return new Line(name, status, detail, Optional.empty(), Optional.empty(), reason, Optional.empty());
    }

    private static String shown(String text, ConsoleText console) {
        return console.line(text, LONGEST_TEXT);
    }

    /** How many checks ended so. */
    long count(Status status) {
        return checks.stream().filter(line -> line.status() == status).count();
    }
}
