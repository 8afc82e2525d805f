package dev.codexrunner.report.html;

import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.RunReport;

/** report.html: the whole run on one page that needs nothing but a browser, not even a network or JavaScript. */
public final class HtmlReport implements ReportFormat {

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public String render(RunReport redacted) {
        return PageParts.render(PageBuilder.build(redacted));
    }
}
