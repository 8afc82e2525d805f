package dev.codexrunner.report.html;

import dev.codexrunner.outcome.Occurrence;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.ShownPaths;
import dev.codexrunner.report.WrappedCommand;
import dev.codexrunner.report.html.Page.Fact;
import dev.codexrunner.report.html.Page.Step;
import dev.codexrunner.report.html.Page.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Everything that the agent said and did, in the order in which the stream told of it. */
final class StepList {

    private static final int LONGEST_TITLE = 240;

    /** What fits beside the time on most screens. */
    private static final int LONGEST_LINE = 60;

    /** Of all texts on the page, in characters: a page of more takes its time to open. */
    private static final long ROOM = 3_000_000;

    private final PageText texts = PageText.sharing(ROOM);

    private final ShownPaths paths;

    private StepList(ShownPaths paths) {
        this.paths = paths;
    }

    static List<PlacedStep> of(RunReport report) {
        StepList list = new StepList(ShownPaths.of(report));
        RunReport.Items items = report.items();
        return Stream.of(
                        list.said(StepKind.MESSAGE, items.messages()),
                        list.said(StepKind.REASONING, items.reasoning()),
                        items.commands().stream().map(list::command),
                        items.patches().stream().map(list::patch),
                        items.toolCalls().stream().map(list::call),
                        items.searches().stream().map(list::search))
                .flatMap(steps -> steps)
                .sorted(Comparator.comparingLong(step -> step.when().line()))
                .toList();
    }

    private Stream<PlacedStep> said(StepKind kind, List<RunReport.Said> said) {
        return said.stream()
                .map(one -> placed(
                        kind,
                        one.when(),
                        false,
                        one.text().isBlank() ? "(nothing)" : withoutBold(one.text()),
                        "",
                        tellsMore(one) ? List.of(text("", one.text(), one.length(), one.when())) : List.of(),
                        List.of()));
    }

    /** Codex writes its headings in Markdown, and a title is bold enough. */
    private static String withoutBold(String text) {
        return text.replace("**", "");
    }

    /** A short line has its place in the title. */
    private static boolean tellsMore(RunReport.Said said) {
        return said.text().length() > LONGEST_LINE
                || said.text().strip().indexOf('\n') >= 0
                || said.text().length() < said.length();
    }

    private PlacedStep command(RunReport.Command command) {
        String line = WrappedCommand.unwrap(command.command());
        String state =
                command.exitCode().isPresent() ? "exit " + command.exitCode().getAsInt() : words(command.status());
        List<Text> parts = new ArrayList<>();
        if (line.length() > LONGEST_TITLE || line.indexOf('\n') >= 0) {
            parts.add(text("Command", line, line.length(), command.when()));
        }
        parts.add(text(
                command.outputLength() == 0 ? "No output" : "Output",
                command.output(),
                command.outputLength(),
                command.when()));
        return placed(StepKind.COMMAND, command.when(), command.wentWrong(), line, state, parts, List.of());
    }

    private PlacedStep patch(RunReport.Patch patch) {
        List<RunReport.PatchedFile> files = patch.files();
        long others = patch.fileCount() - 1;
        String title = files.isEmpty()
                ? "(no file)"
                : paths.shown(files.get(0).path()) + (others > 0 ? " and " + Figures.number(others) + " more" : "");
        List<Fact> facts = new ArrayList<>();
        files.forEach(file -> facts.add(Fact.code(file.kind(), paths.shown(file.path()))));
        if (patch.fileCount() > files.size()) {
            facts.add(Fact.words("and", Figures.number(patch.fileCount() - files.size()) + " more files"));
        }
        return placed(StepKind.PATCH, patch.when(), patch.wentWrong(), title, words(patch.status()), List.of(), facts);
    }

    private PlacedStep call(RunReport.ToolCall call) {
        String name = (call.server().isEmpty() ? "agent" : call.server()) + " / " + call.tool();
        List<Text> parts = new ArrayList<>();
        if (!call.arguments().isBlank()) {
            parts.add(text("Arguments", call.arguments(), call.arguments().length(), call.when()));
        }
        call.result().ifPresent(result -> parts.add(text("Result", result, result.length(), call.when())));
        call.error().ifPresent(error -> parts.add(text("Error", error, error.length(), call.when())));
        return placed(StepKind.CALL, call.when(), call.wentWrong(), name, words(call.status()), parts, List.of());
    }

    private PlacedStep search(RunReport.Search search) {
        List<Text> parts = search.action().isBlank()
                ? List.of()
                : List.of(text("Action", search.action(), search.action().length(), search.when()));
        String title = search.query().isBlank() ? "(no query)" : search.query();
        return placed(StepKind.SEARCH, search.when(), false, title, "", parts, List.of());
    }

    private Text text(String label, String text, long whole, Occurrence when) {
        return texts.of(label, text, whole, OptionalLong.of(when.line()));
    }

    private static PlacedStep placed(
            StepKind kind,
            Occurrence when,
            boolean failed,
            String title,
            String state,
            List<Text> texts,
            List<Fact> facts) {
        return new PlacedStep(
                kind,
                when,
                new Step(
                        "line-" + when.line(),
                        kind.id(),
                        kind.words(),
                        failed,
                        PageText.title(title, LONGEST_TITLE),
                        state,
                        Figures.at(when.startedMs()),
                        Figures.took(when.durationMs()),
                        texts,
                        facts));
    }

    /** Nothing where it went as it should. */
    private static String words(String status) {
        return switch (status) {
            case "completed" -> "done";
            case "in_progress" -> "not finished";
            default -> status;
        };
    }
}
