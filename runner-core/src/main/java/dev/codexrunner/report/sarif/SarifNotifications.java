package dev.codexrunner.report.sarif;

import dev.codexrunner.report.findings.Finding;
import dev.codexrunner.report.findings.FindingPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the file must say beside its results. */
final class SarifNotifications {

    private static final int LONGEST_PATH = 1_000;

    private final List<Map<String, Object>> notifications = new ArrayList<>();

    /** A finding that stands at no file of the repository. */
    void withoutPlace(Finding finding) {
        FindingPlace place = FindingPlace.of(finding.file());
        Map<String, Object> notification =
                notification(SarifResult.level(finding.severity()), where(place) + SarifResult.message(finding));
        notification.put("associatedRule", Map.of("id", SarifRules.id(finding)));
        if (place instanceof FindingPlace.OnMachine onMachine) {
            notification.put(
                    "locations",
                    List.of(Map.of("physicalLocation", Map.of("artifactLocation", Map.of("uri", onMachine.uri())))));
        }
        notification.put("properties", SarifResult.properties(finding));
        notifications.add(notification);
    }

    private static String where(FindingPlace place) {
        if (place instanceof FindingPlace.OnMachine onMachine) {
            return "At " + SarifText.plain(onMachine.path()) + ", which is no path from the root of the repository: ";
        }
        if (place instanceof FindingPlace.NoPlace noPlace) {
            return "At \"" + SarifText.plain(SarifText.shown(noPlace.text().replaceAll("\\s+", " "), LONGEST_PATH))
                    + "\", which is no path in the repository: ";
        }
        return "";
    }

    void leftOut(int count, int most) {
        notifications.add(notification(
                "warning",
                count + " findings of the least severity are left out: GitHub takes " + most
                        + " results. report.json has all."));
    }

    private static Map<String, Object> notification(String level, String text) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", Map.of("text", text));
        return notification;
    }

    List<Map<String, Object>> all() {
        return List.copyOf(notifications);
    }
}
