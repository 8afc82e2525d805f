package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.choice;
import static dev.codexrunner.config.ValueTypes.path;

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

    static final List<Setting<?>> ALL = List.of(REPORT_DIR, PROGRESS, JSON);

    private ReportSettings() {}

    static ReportConfig build(SettingValues values) {
        return new ReportConfig(values.optional(REPORT_DIR), values.get(PROGRESS), values.get(JSON));
    }

    private static SettingDraft report(String name, String description) {
        return setting(name, SettingGroup.REPORT, description);
    }
}
