package dev.codexrunner.outcome;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.events.TokenUsage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
 * @param patches each in its order, also those that failed
 * @param toolCalls calls of MCP servers and of other agents
 * @param searches web searches
 * @param messages what the agent said, the final message among them
 * @param reasoning what the agent told of its reasoning
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
        List<Patch> patches,
        List<ToolCall> toolCalls,
        List<Search> searches,
        List<Said> messages,
        List<Said> reasoning,
        List<Todo> todo,
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
                patches,
                toolCalls,
                searches,
                messages,
                reasoning,
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
            String id,
            String command,
            String output,
            long outputLength,
            OptionalInt exitCode,
            ItemStatus status,
            Occurrence when) {}

    /**
     * @param kind what became of the path over all patches: added and then updated is added
     * @param when of the first patch
     */
    public record ChangedFile(String path, ChangeKind kind, ItemStatus status, Occurrence when) {}

    /**
     * One patch, done or not.
     *
     * @param files the first of those that it touches
     * @param fileCount of all that it touches
     */
    public record Patch(String id, ItemStatus status, List<PatchedFile> files, long fileCount, Occurrence when) {

        public Patch {
            files = List.copyOf(files);
        }
    }

    /** @param kind what this one patch does to it */
    public record PatchedFile(String path, ChangeKind kind) {}

    /**
     * @param server empty for a call of another agent
     * @param arguments as JSON text, cut
     * @param result as JSON text, head and tail of it
     */
    public record ToolCall(
            String id,
            String server,
            String tool,
            ItemStatus status,
            String arguments,
            Optional<String> result,
            Optional<String> error,
            Occurrence when) {}

    /** @param action what codex tells of it beyond the query, as JSON text; empty where nothing */
    public record Search(String id, String query, String action, Occurrence when) {}

    /**
     * Something that the agent said.
     *
     * @param text head and tail
     * @param length of the whole text in characters
     */
    public record Said(String id, String text, long length, Occurrence when) {}

    /**
     * One step of the plan.
     *
     * @param completedMs when it was first seen ticked off, in milliseconds since the run began
     */
    public record Todo(String text, boolean completed, OptionalLong completedMs) {}
}
