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

    /** It escapes and removes nothing, and a mask across a quote would break it. */
    @Override
    public boolean isRedactedAgain() {
        return false;
    }
}
