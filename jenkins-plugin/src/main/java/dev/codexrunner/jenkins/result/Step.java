package dev.codexrunner.jenkins.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** One thing that the agent did, an entry of the timeline. */
public sealed interface Step {

    When when();

    /** completed, failed, declined, in_progress or unknown. */
    default String status() {
        return "completed";
    }

    /** Whether it went wrong, or never came to an end. */
    default boolean failed() {
        return Set.of("failed", "declined", "in_progress").contains(status());
    }

    /**
     * Its place in the timeline.
     *
     * @param line of the event stream, which orders all steps
     * @param startedMs in milliseconds since the run began
     * @param durationMs in milliseconds
     */
    record When(long line, OptionalLong startedMs, OptionalLong durationMs) {}

    /**
     * A command.
     *
     * @param output head and tail of what it wrote
     * @param outputLength of all that it wrote, in characters
     */
    record Command(
            String id, String command, OptionalInt exitCode, String status, String output, long outputLength, When when)
            implements Step {

        public boolean outputIsCut() {
            return outputLength > output.length();
        }
    }

    /**
     * A patch.
     *
     * @param files the first of them
     * @param fileCount of all
     */
    record Patch(String id, String status, List<PatchedFile> files, long fileCount, When when) implements Step {
        public Patch {
            files = List.copyOf(files);
        }
    }

    /** @param kind add, update, delete or unknown */
    record PatchedFile(String path, String kind) {}

    /**
     * A call of an MCP server or of another agent.
     *
     * @param server empty for another agent
     * @param arguments as JSON text, cut; so {@code result}
     */
    record ToolCall(
            String id,
            String server,
            String tool,
            String status,
            String arguments,
            Optional<String> result,
            Optional<String> error,
            When when)
            implements Step {}

    /** A web search. */
    record Search(String id, String query, String action, When when) implements Step {}

    /**
     * Something that the agent said.
     *
     * @param text head and tail of it
     * @param length of all of it, in characters
     */
    record Message(String id, String text, long length, When when) implements Step {}

    /** What the agent told of its reasoning; as {@link Message}. */
    record Thought(String id, String text, long length, When when) implements Step {}
}
