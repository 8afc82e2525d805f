package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be read of a configuration that no run can use: enough to tell a job's monitoring that it was refused.
 *
 * @param report of it only name, metrics file and summary file; what can't be read is as if it weren't given
 * @param agentFolders the working folder and what else the agent may write, as far as it is known
 * @param sandbox {@link Sandbox#WORKSPACE_WRITE} where it can't be read: it keeps the agent from the least
 */
public record UnusableConfig(ReportConfig report, List<Path> agentFolders, Sandbox sandbox) {

    static UnusableConfig of(SettingValues values) {
        return new UnusableConfig(
                ReportConfig.onlyFigures(
                        values.optional(ReportSettings.RUN_NAME),
                        values.optional(ReportSettings.METRICS_FILE),
                        values.optional(ReportSettings.SUMMARY_JSONL)),
                Stream.concat(
                                Stream.of(values.find(TaskSettings.CD).orElse(Path.of(""))),
                                values.list(TaskSettings.ADD_DIR).stream())
                        .toList(),
                values.find(CodexSettings.SANDBOX).orElse(Sandbox.WORKSPACE_WRITE));
    }
}
