package dev.codexrunner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands that the agent ran, each folded. Of many, all of those that the report has and that failed, and the first of the others. */
final class MarkdownCommands {

    private static final int MOST = 100;
    private static final int LONGEST_OUTPUT = 4_000;
    private static final int LONGEST_LINE = 200;

    private MarkdownCommands() {}

    static MarkdownSection section(RunReport report) {
        List<RunReport.Command> commands = report.items().commands();
        long failures = commands.stream().filter(RunReport.Command::wentWrong).count();
        long others = Math.max(0, MOST - failures);
        List<String> entries = new ArrayList<>();
        for (RunReport.Command command : commands) {
            if (command.wentWrong()) {
                entries.add(entry(command));
            } else if (others > 0) {
                others--;
                entries.add(entry(command));
            }
        }
        long total = Math.max(entries.size(), report.counts().commands());
        return new MarkdownSection(
                "Commands" + (total > 1 ? String.format(Locale.ROOT, " (%,d)", total) : ""),
                entries,
                commands.size(),
                total);
    }

    private static String entry(RunReport.Command command) {
        String mark = command.wentWrong() ? "❌" : command.exitCode().isPresent() ? "✅" : "⏳";
        String exit = command.exitCode().isPresent()
                ? (command.wentWrong() ? " · exit " + command.exitCode().getAsInt() : "")
                : " · " + command.status().replace('_', ' ');
        String took = command.when().durationMs().isPresent()
                ? " · " + Elapsed.ofMillis(command.when().durationMs().getAsLong())
                : "";
        String output = command.output().isBlank()
                ? "No output.\n"
                : Markdown.block(ConsoleText.shortened(command.output(), LONGEST_OUTPUT));
        return Markdown.folded(
                mark,
                ConsoleText.shortened(WrappedCommand.unwrap(command.command()), LONGEST_LINE),
                exit + took,
                output);
    }
}
