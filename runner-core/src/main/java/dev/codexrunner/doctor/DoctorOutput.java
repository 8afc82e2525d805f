package dev.codexrunner.doctor;

import dev.codexrunner.failure.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as standard output shows it. */
public final class DoctorOutput {

    private static final int STATUS_WIDTH = 9;
    private static final int NAME_WIDTH = 16;
    private static final String INDENT = " ".repeat(STATUS_WIDTH + NAME_WIDTH);

    private DoctorOutput() {}

    /** One line for each check, cause and fix below a failed one, and a line with the count. */
    public static String text(DoctorReport report) {
        List<String> lines = new ArrayList<>();
        for (DoctorReport.Line check : report.checks()) {
            lines.add((padded(status(check.status()), STATUS_WIDTH)
                            + padded(
                                    Link.valueOf(check.name().toUpperCase(Locale.ROOT))
                                            .label(),
                                    NAME_WIDTH)
                            + check.detail())
                    .stripTrailing());
            String label = check.status() == DoctorReport.Status.FAILED ? "cause: " : "";
            check.reason().ifPresent(reason -> lines.add(INDENT + label + reason));
            check.fix()
                    .ifPresent(fix -> lines.add(
                            INDENT + "fix: " + fix + " [" + check.code().orElse("") + "]"));
        }
        lines.add(count(report));
        return String.join("\n", lines) + "\n";
    }

    /** After {@code contract/doctor.schema.json}. */
    public static String json(DoctorReport report) {
        return JsonMapper.builder()
                        .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report)
                + "\n";
    }

    private static String count(DoctorReport report) {
        return String.format(
                Locale.ROOT,
                "%d checks: %d ok, %d with a warning, %d failed, %d skipped (exit %d)",
                report.checks().size(),
                report.count(DoctorReport.Status.OK),
                report.count(DoctorReport.Status.WARNING),
                report.count(DoctorReport.Status.FAILED),
                report.count(DoctorReport.Status.SKIPPED),
                report.exitCode());
    }

    /** A failure is to catch the eye. */
    private static String status(DoctorReport.Status status) {
        return status == DoctorReport.Status.FAILED ? "FAILED" : WireName.of(status);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
