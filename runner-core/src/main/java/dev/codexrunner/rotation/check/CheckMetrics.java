package dev.codexrunner.rotation.check;

import dev.codexrunner.report.metrics.PrometheusText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The check in Prometheus's text format, for node_exporter's textfile collector: one series for each path. What is not
 * known has no series. All are gauges: each run writes the file anew.
 */
final class CheckMetrics implements CheckFormat {

    private static final String LAST_SUCCESS = "codex_rotation_check_last_success_timestamp_seconds";
    private static final String LAST_LOOK = "codex_rotation_check_timestamp_seconds";
    /** What a path has where it was passed over: nobody looked at it. */
    private static final Set<String> NOT_LOOKED_AT =
            Set.of(CheckFailure.ROTATION_PATH_NOT_EXAMINED.code(), CheckFailure.ROTATION_VAULT_SILENT.code());

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Optional<Path> file(ResultPlaces places) {
        return places.metricsFile();
    }

    @Override
    public boolean isReadByOthers() {
        return true;
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public String render(CheckDocument document, Optional<String> before) {
        return of(document, before);
    }

    /**
     * The new content of the file.
     *
     * @param before what the check before wrote, for the last success of a path that fails now
     */
    static String of(CheckDocument document, Optional<String> before) {
        Map<String, Long> lastSuccess = earlier(LAST_SUCCESS, before, document.checkedAt());
        Map<String, Long> lastLook = earlier(LAST_LOOK, before, document.checkedAt());
        PrometheusText text = new PrometheusText();
        List<CheckDocument.PathSection> paths = document.paths();
        family(
                text,
                "codex_rotation_check_exit_code",
                paths,
                path -> OptionalLong.of(path.exitCode()),
                "What the check of this path came to: 0 well or with a warning, 13 rotation due, else a failure"
                        + " (contract/exit-codes.json).");
        family(
                text,
                LAST_LOOK,
                paths,
                path -> nowIf(wasLookedAt(path), path, document, lastLook),
                "When this path was last looked at.");
        family(
                text,
                LAST_SUCCESS,
                paths,
                path -> nowIf(path.exitCode() == 0, path, document, lastSuccess),
                "When the check of this path last came to 0.");
        family(
                text,
                "codex_rotation_token_expiry_timestamp_seconds",
                paths,
                path -> seconds(path.end()),
                "When the live token ends; no series where that is not known, or it never ends.");
        family(
                text,
                "codex_rotation_secret_version",
                paths,
                path -> path.version().isPresent()
                        ? OptionalLong.of(path.version().getAsInt())
                        : OptionalLong.empty(),
                "Number of the secret's live version.");
        family(
                text,
                "codex_rotation_secret_version_age_seconds",
                paths,
                path -> age(path, document.checkedAt()),
                "How old the secret's live version was when this path was last looked at.");
        return text.toString();
    }

    /**
     * The moment of each path in that metric, as {@link #of} wrote it; whatever else stands there is passed over. So is
     * what lies ahead, by a clock that was wrong: alerts on its age would be silent until that day.
     */
    private static Map<String, Long> earlier(String metric, Optional<String> before, Instant now) {
        // Possessive: whatever stands in the file, matching takes neither stack nor a second look.
        Pattern line = Pattern.compile("(?m)^" + metric + "\\{path=\"((?:[^\"\\\\\\n]++|\\\\.)*+)\"} ([0-9]{1,15})$");
        long latest = now.plus(Skew.TOLERATED).getEpochSecond();
        Map<String, Long> found = new LinkedHashMap<>();
        Matcher lines = line.matcher(before.orElse(""));
        while (lines.find()) {
            long moment = Long.parseLong(lines.group(2));
            if (moment <= latest) {
                found.put(lines.group(1), moment);
            }
        }
        return found;
    }

    private static boolean wasLookedAt(CheckDocument.PathSection path) {
        return path.findings().stream()
                .flatMap(finding -> finding.code().stream())
                .noneMatch(NOT_LOOKED_AT::contains);
    }

    /** The time of this check, or else what the checks before left. */
    private static OptionalLong nowIf(
            boolean now, CheckDocument.PathSection path, CheckDocument document, Map<String, Long> earlier) {
        if (now) {
            return OptionalLong.of(document.checkedAt().getEpochSecond());
        }
        Long before = earlier.get(PrometheusText.escaped(path.path()));
        return before == null ? OptionalLong.empty() : OptionalLong.of(before);
    }

    private static OptionalLong seconds(Optional<Instant> instant) {
        return instant.map(at -> OptionalLong.of(at.getEpochSecond())).orElseGet(OptionalLong::empty);
    }

    private static OptionalLong age(CheckDocument.PathSection path, Instant now) {
        return path.versionCreatedAt()
                .map(created -> OptionalLong.of(
                        Math.max(0, Duration.between(created, now).toSeconds())))
                .orElseGet(OptionalLong::empty);
    }

    private static void family(
            PrometheusText text,
            String name,
            List<CheckDocument.PathSection> paths,
            Function<CheckDocument.PathSection, OptionalLong> value,
            String help) {
        text.gauge(name, help);
        paths.forEach(path -> text.series(Map.of("path", path.path()), value.apply(path)));
    }
}
