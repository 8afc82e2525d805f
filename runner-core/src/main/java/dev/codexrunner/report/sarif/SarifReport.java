package dev.codexrunner.report.sarif;

import dev.codexrunner.report.ReportFormat;
import dev.codexrunner.report.ReportJson;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.FindingPlace;
import dev.codexrunner.report.findings.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * report.sarif, written where the structured output is findings. What has no file of the repository to stand at is told as
 * a notification: GitHub refuses a whole upload for one result without a place, and nothing may be lost.
 */
public final class SarifReport implements ReportFormat {

    static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** GitHub refuses a run with more, and shows 5,000 of them. */
    static final int MOST_RESULTS = 25_000;

    private final int mostResults;

    public SarifReport() {
        this(MOST_RESULTS);
    }

    SarifReport(int mostResults) {
        this.mostResults = mostResults;
    }

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public boolean appliesTo(RunReport redacted) {
        return Findings.of(redacted).isPresent();
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public String render(RunReport report) {
        Findings findings = Findings.of(report).orElseThrow();
        SarifRules rules = new SarifRules();
        SarifNotifications notifications = new SarifNotifications();
        List<Finding> placed = new ArrayList<>();
        for (Finding finding : findings.findings()) {
            if (FindingPlace.of(finding.file()) instanceof FindingPlace.InRepository) {
                placed.add(finding);
            } else {
                notifications.withoutPlace(finding);
            }
        }
        List<Map<String, Object>> results = results(placed, rules, notifications);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", SarifTool.of(report, rules));
        run.put("automationDetails", SarifTool.automation(report));
        run.put("invocations", List.of(SarifTool.invocation(report, notifications.all())));
        run.put(
                "originalUriBaseIds",
                Map.of(
                        SarifResult.ROOT,
                        Map.of("description", Map.of("text", "The root of the repository that codex worked on."))));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        run.put("properties", Map.of("summary", SarifText.plain(findings.summary())));
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return ReportJson.writeTree(log);
    }

    /** All of them in the agent's order; of too many the gravest. */
    private List<Map<String, Object>> results(
            List<Finding> placed, SarifRules rules, SarifNotifications notifications) {
        List<Finding> kept = placed;
        if (placed.size() > mostResults) {
            kept = placed.stream()
                    .sorted(Comparator.comparing(Finding::severity))
                    .limit(mostResults)
                    .toList();
            notifications.leftOut(placed.size() - mostResults, mostResults);
        }
        SarifFingerprints fingerprints = new SarifFingerprints();
        return kept.stream()
                .map(finding -> SarifResult.of(finding, rules, fingerprints))
                .toList();
    }
}
