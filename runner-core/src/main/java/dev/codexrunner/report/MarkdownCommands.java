package dev.codexrunner.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The commands that the agent ran, each folded. Of many, those that failed come first, as far as the report has them, then
 * the first of the others.
 */
final class MarkdownCommands {

    /** So many stand in their order, all seen at once. */
    private static final int FEW = 10;

    private static final int SEEN = 5;
    private static final int MOST_SEEN = 25;
    private static final int MOST = 100;
    private static final int LONGEST_OUTPUT = 4_000;
    private static final int LONGEST_LINE = 200;

    private MarkdownCommands() {}

    static MarkdownSection section(RunReport report) {
        List<RunReport.Command> commands = report.items().commands();
        List<RunReport.Command> failed =
                commands.stream().filter(RunReport.Command::wentWrong).toList();
        List<String> entries = (commands.size() <= FEW ? commands.stream() : failedFirst(commands, failed))
                .map(MarkdownCommands::entry)
                .toList();
        long total = Math.max(entries.size(), report.counts().commands());
        String count = total > 1 ? String.format(Locale.ROOT, " (%,d)", total) : "";
        return new MarkdownSection("Commands" + count, entries, commands.size(), total)
                .unfolding(commands.size() <= FEW ? FEW : Math.max(SEEN, Math.min(MOST_SEEN, failed.size())));
    }

    private static Stream<RunReport.Command> failedFirst(
            List<RunReport.Command> commands, List<RunReport.Command> failed) {
        Stream<RunReport.Command> others = commands.stream().filter(command -> !command.wentWrong());
        return Stream.concat(failed.stream(), others.limit(Math.max(0, MOST - failed.size())));
    }

    private static String entry(RunReport.Command command) {
        String mark = command.wentWrong() ? "❌" : command.exitCode().isPresent() ? "✅" : "⏳";
        String exit = command.exitCode().isPresent()
                ? (command.wentWrong() ? " · exit " + command.exitCode().getAsInt() : "")
                : " · " + Markdown.text(command.status().replace('_', ' '), LONGEST_LINE);
        String took = command.when().durationMs().isPresent()
                ? " · " + Elapsed.ofMillis(command.when().durationMs().getAsLong())
                : "";
        String output = command.output().isBlank()
                ? "No output.\n"
                : Markdown.within(command.output(), LONGEST_OUTPUT, Markdown::block);
        return Markdown.folded(
                mark,
                ConsoleText.shortened(WrappedCommand.unwrap(command.command()), LONGEST_LINE),
                exit + took,
                output);
    }
}
