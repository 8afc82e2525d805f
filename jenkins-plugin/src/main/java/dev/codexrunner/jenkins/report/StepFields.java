package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The part {@code items} of report.json: what the agent did. */
final class StepFields {

    private StepFields() {}

    /** In no order: their lines in the stream order them. */
    static List<Step> steps(JsonFields items) {
        List<Step> steps = new ArrayList<>();
        add(steps, items, "commands", StepFields::command);
        add(steps, items, "patches", StepFields::patch);
        add(steps, items, "toolCalls", StepFields::toolCall);
        add(steps, items, "searches", StepFields::search);
        add(steps, items, "messages", StepFields::message);
        add(steps, items, "reasoning", StepFields::thought);
        return steps;
    }

    private static void add(List<Step> steps, JsonFields items, String name, Function<JsonFields, Step> step) {
        items.objects(name).forEach(item -> steps.add(step.apply(item)));
    }

    private static Step command(JsonFields item) {
        String output = item.textOr("output", "");
        return new Step.Command(
                item.textOr("id", ""),
                item.textOr("command", ""),
                item.small("exitCode"),
                status(item),
                output,
                item.numberOr("outputLength", output.length()),
                when(item));
    }

    private static Step patch(JsonFields item) {
        List<Step.PatchedFile> files = item.objects("files").stream()
                .map(file -> new Step.PatchedFile(file.textOr("path", ""), file.textOr("kind", "")))
                .toList();
        return new Step.Patch(
                item.textOr("id", ""), status(item), files, item.numberOr("fileCount", files.size()), when(item));
    }

    private static Step toolCall(JsonFields item) {
        return new Step.ToolCall(
                item.textOr("id", ""),
                item.textOr("server", ""),
                item.textOr("tool", ""),
                status(item),
                item.textOr("arguments", ""),
                item.text("result"),
                item.text("error"),
                when(item));
    }

    private static Step search(JsonFields item) {
        return new Step.Search(item.textOr("id", ""), item.textOr("query", ""), item.textOr("action", ""), when(item));
    }

    private static Step message(JsonFields item) {
        String text = item.textOr("text", "");
        return new Step.Message(item.textOr("id", ""), text, item.numberOr("length", text.length()), when(item));
    }

    private static Step thought(JsonFields item) {
        String text = item.textOr("text", "");
        return new Step.Thought(item.textOr("id", ""), text, item.numberOr("length", text.length()), when(item));
    }

    private static String status(JsonFields item) {
        return item.textOr("status", "unknown");
    }

    private static Step.When when(JsonFields item) {
        JsonFields when = item.objectOrNone("when");
        return new Step.When(when.numberOr("line", 0), when.number("startedMs"), when.number("durationMs"));
    }
}
