package dev.codexrunner.report.sarif;

import dev.codexrunner.report.findings.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sorts of problems, each described by the first finding of its sort: the agent has no catalogue of them. */
final class SarifRules {

    private static final int LONGEST_ID = 255;

    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final List<Map<String, Object>> rules = new ArrayList<>();

    static String id(Finding finding) {
        return SarifText.shown(finding.ruleId().replaceAll("\\s+", "-"), LONGEST_ID);
    }

    /** Its place among the rules; makes one where it is new. */
    int index(Finding finding) {
        String id = id(finding);
        Integer known = indices.get(id);
        if (known != null) {
            return known;
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        rule.put("shortDescription", Map.of("text", SarifText.title(id.replace('-', ' '))));
        // GitHub asks for one.
        rule.put(
                "fullDescription",
                Map.of(
                        "text",
                        SarifText.title(
                                "A problem of the sort " + id + ", as the agent named it: " + finding.title())));
        rule.put(
                "help",
                Map.of(
                        "text",
                        "Found by an agent's review. The finding's own text says what is wrong; judge it as you would"
                                + " judge a colleague's remark."));
        rule.put("defaultConfiguration", Map.of("level", SarifResult.level(finding.severity())));
        rule.put("properties", Map.of("tags", List.of("codex", "review")));
        rules.add(rule);
        indices.put(id, rules.size() - 1);
        return rules.size() - 1;
    }

    List<Map<String, Object>> all() {
        return List.copyOf(rules);
    }
}
