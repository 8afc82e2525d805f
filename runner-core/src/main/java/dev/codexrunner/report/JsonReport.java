package dev.codexrunner.report;

/** report.json itself. */
final class JsonReport implements ReportFormat {

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public String render(RunReport redacted) {
        return ReportJson.write(redacted);
    }
}
