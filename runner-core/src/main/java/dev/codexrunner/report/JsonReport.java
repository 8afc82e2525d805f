package dev.codexrunner.report;

import java.io.IOException;
import java.io.Writer;

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

    @Override
    public void write(RunReport redacted, Writer out) throws IOException {
        ReportJson.write(redacted, out);
    }

    /** It escapes and removes nothing, and a mask across a quote would break it. */
    @Override
    public boolean isRedactedAgain() {
        return false;
    }
}
