package dev.codexrunner.outcome;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.events.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the event stream told, folded into bounded memory. Texts
 * were redacted before they were cut, but the final message is raw: redact it on its way out.
 *
 * @param threadId of the last thread that the stream names
 * @param turn how the last turn stands
 * @param turnFailure message of the {@code turn.failed} that ended the last turn
 * @param lastStreamError the last error of the stream in the last turn; it explains, it never decides
 * @param finalMessage the last {@code agent_message}
 * @param commands in the order of their first sign of life
 * @param fileChanges one entry a path, whatever the number of patches
 * @param toolCalls calls of MCP servers and of other agents
 * @param searches web searches
 * @param todo the plan as it last stood
 * @param errors remarks of codex about itself and errors of the stream, reconnects left out
 * @param gaps what codex said about events that it dropped
 * @param threadUsage token counts of the last {@code turn.completed}: the thread's sum
 * @param counts how many of everything, the things no longer kept included
 */
public record Transcript(
        Optional<String> threadId,
        TurnState turn,
        Optional<String> turnFailure,
        Optional<String> lastStreamError,
        Optional<FinalMessage> finalMessage,
        List<Command> commands,
        List<ChangedFile> fileChanges,
        List<ToolCall> toolCalls,
        List<Search> searches,
        List<Item.Todo> todo,
        List<String> errors,
        List<String> gaps,
        Optional<TokenUsage> threadUsage,
        TranscriptCounts counts) {

    /** The same with what only stderr tells in its counts: for a report, not for the judge, who takes both. */
    public Transcript including(StderrSummary stderr) {
        return new Transcript(
                threadId,
                turn,
                turnFailure,
                lastStreamError,
                finalMessage,
                commands,
                fileChanges,
                toolCalls,
                searches,
                todo,
                errors,
                gaps,
                threadUsage,
                counts.including(stderr));
    }

    /** How the last turn stands. */
    public enum TurnState {
        /** No turn was started. */
        NONE,
        RUNNING,
        COMPLETED,
        FAILED
    }

    /**
     * @param text whole up to {@link TranscriptLimits#finalMessageChars()}, else its beginning
     * @param length of the whole message in characters
     */
    public record FinalMessage(String text, long length) {

        public boolean truncated() {
            return text.length() != length;
        }
    }

    /**
     * @param output head and tail of what the command wrote
     * @param outputLength of the whole output in characters
     * @param status {@code IN_PROGRESS} where the stream ended before the command did
     */
    public record Command(
            String id, String command, String output, long outputLength, OptionalInt exitCode, ItemStatus status) {}

    /** @param kind what became of the path over all patches: added and then updated is added */
    public record ChangedFile(String path, ChangeKind kind, ItemStatus status) {}

    /** @param server empty for a call of another agent */
    public record ToolCall(String id, String server, String tool, ItemStatus status, Optional<String> error) {}

    public record Search(String id, String query) {}
}
