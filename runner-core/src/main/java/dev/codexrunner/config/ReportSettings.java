package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.path;
import static dev.codexrunner.config.ValueTypes.runName;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is reported, and where: the settings of {@link ReportConfig}. */
final class ReportSettings {

    static final Setting<Optional<Path>> REPORT_DIR = report(
                    "report-dir", "folder for the report, outside everything that the agent may write")
            .otherwise("a new folder under the user's state directory")
            .optional(path());
    static final Setting<ProgressMode> PROGRESS = report("progress", "live progress on standard error")
            .byDefault("auto")
            .as(choice(ProgressMode.class));
    static final Setting<Boolean> JSON = report(
                    "json", "print JSON on standard output; of a run, report.json instead of the final message")
            .asSwitch();

    static final Setting<Optional<String>> RUN_NAME = report(
                    "run-name", "name of the job that this is a run of, the same each time")
            .otherwise("none")
            .optional(runName());
    static final Setting<Optional<Path>> METRICS_FILE = report(
                    "metrics-file", "file for Prometheus text, read by node_exporter's textfile collector")
            .otherwise("none")
            .optional(path());
    static final Setting<Optional<Path>> SUMMARY_JSONL = report(
                    "summary-jsonl", "file to which each run adds one line of JSON about itself")
            .otherwise("none")
            .optional(path());

    static final List<Setting<?>> ALL = List.of(REPORT_DIR, PROGRESS, JSON, RUN_NAME, METRICS_FILE, SUMMARY_JSONL);

    private ReportSettings() {}

    static ReportConfig build(SettingValues values) {
        return new ReportConfig(
                values.optional(REPORT_DIR),
                values.get(PROGRESS),
                values.get(JSON),
                values.optional(RUN_NAME),
                values.optional(METRICS_FILE),
                values.optional(SUMMARY_JSONL));
    }

    private static SettingDraft report(String name, String description) {
        return setting(name, SettingGroup.REPORT, description);
    }
}
