package dev.codexrunner.events;

import java.util.Optional;

/**
 * One line of codex's event stream. A line that codex never should have written is an event too, so that it can be
 * counted and reported instead of ending the run.
 */
public sealed interface Event {

    record ThreadStarted(String threadId) implements Event {}

    record TurnStarted() implements Event {}

    /** @param usage the thread's running sum, not this turn's; empty where the line carries none that can be read */
    record TurnCompleted(Optional<TokenUsage> usage) implements Event {}

    record TurnFailed(String message) implements Event {}

    /** A top-level {@code error}: fatal and "Reconnecting... 2/5" look alike, so it never decides anything alone. */
    record StreamError(String message) implements Event {}

    record ItemStarted(Item item) implements Event {}

    record ItemUpdated(Item item) implements Event {}

    record ItemCompleted(Item item) implements Event {}

    /**
     * A further start of codex in the same run. The runner writes it into the record itself: an attempt that never came to
     * its {@code thread.started} would else be taken for the end of the one before.
     *
     * @param number of the attempt, from 2
     */
    record AttemptStarted(long number) implements Event {

        /** The type under which the journal writes it down, for replay. */
        public static final String TYPE = "codex_runner.attempt_started";

        /** As the journal writes it. */
        public StreamLine toLine() {
            String json = "{\"type\":\"" + TYPE + "\",\"number\":" + number + "}";
            return new StreamLine(json, json.length(), false, true);
        }
    }

    /**
     * A command that codex has no event for, taken from its own record when it had ended. The runner writes it into the
     * record itself.
     */
    record CommandRecovered(Item.CommandExecution command) implements Event {

        /** The type under which the journal writes it down, for replay. */
        public static final String TYPE = "codex_runner.command_recovered";

        /** As the journal writes it. */
        public StreamLine toLine() {
            String json = EventWriter.json(this);
            return new StreamLine(json, json.length(), false, true);
        }
    }

    /**
     * A type that this version doesn't know.
     *
     * @param type as the line gives it; empty where it gives none
     * @param raw the line, whole, since a cut could leave half a secret that no redactor knows
     */
    record UnknownEvent(String type, String raw) implements Event {}

    /**
     * A line that is no JSON object.
     *
     * @param raw the line, whole, since a cut could leave half a secret that no redactor knows
     * @param reason what is wrong with it, without any of its text
     */
    record MalformedLine(String raw, String reason) implements Event {}

    /**
     * A line too long to be kept. None of its text stays: a cut could leave half a secret that no redactor knows.
     *
     * @param length its length in bytes
     * @param agentMessage whether it was the agent's message, so that the final one isn't known
     */
    record OversizedLine(long length, boolean agentMessage) implements Event {

        /** The type under which the journal writes such a line down, for replay. */
        public static final String TYPE = "codex_runner.oversized_line";

        static OversizedLine of(StreamLine line) {
            String head = Excerpt.head(line.text(), 200);
            return new OversizedLine(
                    line.length(), head.contains("\"item.completed\"") && head.contains("\"agent_message\""));
        }

        /** As the journal writes it. */
        public String toJson() {
            return "{\"type\":\"" + TYPE + "\",\"length\":" + length + ",\"agentMessage\":" + agentMessage + "}";
        }
    }
}
