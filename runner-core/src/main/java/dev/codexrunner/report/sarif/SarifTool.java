package dev.codexrunner.report.sarif;

import dev.codexrunner.report.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who found it, in which run, and how that run ended. */
final class SarifTool {

    private SarifTool() {}

    /** codex-runner is the driver; the codex that it ran is its extension. */
    static Map<String, Object> of(RunReport report, SarifRules rules) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "codex-runner");
        driver.put("version", report.run().runnerVersion());
        driver.put("rules", rules.all());
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("driver", driver);
        report.codex().version().ifPresent(version -> {
            Map<String, Object> codex = new LinkedHashMap<>();
            codex.put("name", "codex");
            codex.put("version", version);
            report.codex().model().ifPresent(model -> codex.put("properties", Map.of("model", model)));
            tool.put("extensions", List.of(codex));
        });
        return tool;
    }

    /** GitHub takes what stands before the last slash for the category, the same in every run of a name. */
    static Map<String, Object> automation(RunReport report) {
        String category = report.run()
                .name()
                .map(name -> "codex-runner/" + name.replace('/', '-'))
                .orElse("codex-runner");
        return Map.of("id", category + "/" + report.run().id());
    }

    static Map<String, Object> invocation(RunReport report, List<Map<String, Object>> notifications) {
        RunReport.VerdictSection verdict = report.verdict();
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", verdict.succeeded());
        invocation.put("exitCode", verdict.exitCode());
        invocation.put("exitCodeDescription", verdict.kind() + ": " + verdict.reason());
        if (report.run().startKnown()) {
            invocation.put("startTimeUtc", report.run().startedAt().toString());
        }
        if (report.run().endKnown()) {
            invocation.put("endTimeUtc", report.run().endedAt().toString());
        }
        invocation.put("machine", report.run().host());
        if (!notifications.isEmpty()) {
            invocation.put("toolExecutionNotifications", notifications);
        }
        return invocation;
    }
}
