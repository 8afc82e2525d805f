package dev.codexrunner.report.html;

import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.RunReport;
import java.io.StringWriter;
import java.io.Writer;

/** report.html: the whole run on one page that needs nothing but a browser, not even a network or JavaScript. */
public final class HtmlReport implements ReportFormat {

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public String render(RunReport redacted) {
        StringWriter page = new StringWriter();
        write(redacted, page);
        return page.toString();
    }

    @Override
    public void write(RunReport redacted, Writer out) {
        PageParts.write(PageBuilder.build(redacted), out);
    }
}
