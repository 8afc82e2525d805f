package dev.codexrunner.report;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.report.RunReport.Items;
import dev.codexrunner.report.RunReport.Tokens;
import dev.codexrunner.report.RunReport.VerdictSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a report together. Pure; the report is still raw, see {@link ReportRedaction}. */
public final class RunReportAssembler {

    private RunReportAssembler() {}

    public static RunReport assemble(ReportInputs inputs) {
        Transcript transcript = inputs.transcript();
        return new RunReport(
                RunReport.SCHEMA_VERSION,
                inputs.run(),
                VerdictSection.of(inputs.verdict()),
                inputs.codex(),
                inputs.credential(),
                inputs.trust(),
                inputs.usage().run().map(Tokens::of),
                inputs.usage().thread().map(Tokens::of),
                transcript.finalMessage().map(Transcript.FinalMessage::text),
                inputs.structuredOutput().flatMap(ReportJson::read),
                inputs.checks(),
                items(transcript),
                inputs.changes(),
                transcript.counts(),
                warnings(inputs));
    }

    private static Items items(Transcript transcript) {
        return new Items(
                transcript.commands().stream()
                        .map(command -> new RunReport.Command(
                                command.id(),
                                command.command(),
                                command.exitCode(),
                                WireName.of(command.status()),
                                command.output(),
                                command.outputLength(),
                                command.when()))
                        .toList(),
                transcript.fileChanges().stream()
                        .map(file -> new RunReport.FileChange(
                                file.path(), WireName.of(file.kind()), WireName.of(file.status()), file.when()))
                        .toList(),
                transcript.patches().stream()
                        .map(patch -> new RunReport.Patch(
                                patch.id(),
                                WireName.of(patch.status()),
                                patch.files().stream()
                                        .map(file -> new RunReport.PatchedFile(file.path(), WireName.of(file.kind())))
                                        .toList(),
                                patch.fileCount(),
                                patch.when()))
                        .toList(),
                transcript.toolCalls().stream()
                        .map(call -> new RunReport.ToolCall(
                                call.id(),
                                call.server(),
                                call.tool(),
                                WireName.of(call.status()),
                                call.arguments(),
                                call.result(),
                                call.error(),
                                call.when()))
                        .toList(),
                transcript.searches().stream()
                        .map(search ->
                                new RunReport.Search(search.id(), search.query(), search.action(), search.when()))
                        .toList(),
                said(transcript.messages()),
                said(transcript.reasoning()),
                transcript.todo().stream()
                        .map(todo -> new RunReport.Todo(todo.text(), todo.completed(), todo.completedMs()))
                        .toList(),
                transcript.errors());
    }

    private static List<RunReport.Said> said(List<Transcript.Said> texts) {
        return texts.stream()
                .map(said -> new RunReport.Said(said.id(), said.text(), said.length(), said.when()))
                .toList();
    }

    /** What the reader must know before trusting the lists: that something is missing from them. */
    private static List<String> warnings(ReportInputs inputs) {
        List<String> warnings = new ArrayList<>(inputs.warnings());
        Transcript transcript = inputs.transcript();
        transcript
                .finalMessage()
                .filter(Transcript.FinalMessage::truncated)
                .ifPresent(message -> warnings.add(String.format(
                        Locale.ROOT,
                        "The final message is cut: %d of %d characters are kept.",
                        message.text().length(),
                        message.length())));
        transcript.gaps().forEach(gap -> warnings.add("codex dropped events: " + gap));
        if (transcript.counts().oversizedLines() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d of codex's lines were too long to be read: the commands, file changes or messages that they told of"
                            + " are missing here, and were not judged. --fail-on event-gap makes that a failure.",
                    transcript.counts().oversizedLines()));
        }
        if (transcript.counts().dropped() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d entries were counted but not kept; events.jsonl has them. Of each kind those that failed are kept first.",
                    transcript.counts().dropped()));
        }
        return warnings;
    }
}
