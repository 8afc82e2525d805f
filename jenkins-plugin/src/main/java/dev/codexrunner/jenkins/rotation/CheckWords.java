package dev.codexrunner.jenkins.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check's result as lines for the log. Its fields are those of contract/rotation-check.schema.json. */
final class CheckWords {

    private static final String OK = "ok";

    private CheckWords() {}

    /** Each path with its grade, and below it what is not well. */
    static List<String> lines(Map<String, @Nullable Object> check) {
        List<String> lines = new ArrayList<>();
        for (Map<?, ?> path : maps(check.get("paths"))) {
            lines.add(line(path));
            for (Map<?, ?> finding : notWell(path)) {
                lines.add("  " + text(finding, "grade") + "  " + text(finding, "aspect") + "  "
                        + text(finding, "detail"));
                lines.add("    " + Messages.CheckWords_fix(text(finding, "fix"), text(finding, "code")));
            }
        }
        for (Object warning : check.get("warnings") instanceof List<?> warnings ? warnings : List.of()) {
            lines.add(Messages.CheckWords_warning(warning));
        }
        return lines;
    }

    /** What is not well in one sentence or more; empty where all is. */
    static String reasons(Map<String, @Nullable Object> check) {
        List<String> reasons = new ArrayList<>();
        for (Map<?, ?> path : maps(check.get("paths"))) {
            if (!text(path, "grade").equals(OK)) {
                notWell(path).forEach(finding -> reasons.add(text(path, "path") + ": " + text(finding, "reason")));
            }
        }
        return String.join(" ", reasons);
    }

    private static String line(Map<?, ?> path) {
        return path.get("expiresAt") instanceof String end
                ? Messages.CheckWords_pathUntil(text(path, "path"), text(path, "grade"), end)
                : Messages.CheckWords_path(text(path, "path"), text(path, "grade"));
    }

    private static List<Map<?, ?>> notWell(Map<?, ?> path) {
        return maps(path.get("findings")).stream()
                .filter(finding -> !text(finding, "grade").equals(OK))
                .toList();
    }

    private static List<Map<?, ?>> maps(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> map) {
                maps.add(map);
            }
        }
        return maps;
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
