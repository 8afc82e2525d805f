package dev.codexrunner.report;

import dev.codexrunner.report.findings.AnnotationReport;
import dev.codexrunner.report.html.HtmlReport;
import dev.codexrunner.report.metrics.MetricsReport;
import dev.codexrunner.report.metrics.SummaryLine;
import dev.codexrunner.report.sarif.SarifReport;
import java.util.List;

/** The one place where formats register: a new one is a class and a line. */
public final class ReportFormats {

    private ReportFormats() {}

    /** report.json first: where a later one can't be written, the record itself is there. */
    public static List<ReportFormat> all() {
        return List.of(
                new JsonReport(),
                new MarkdownReport(),
                new HtmlReport(),
                new JunitReport(),
                new SarifReport(),
                new AnnotationReport(),
                new MetricsReport(),
                new SummaryLine());
    }
}
