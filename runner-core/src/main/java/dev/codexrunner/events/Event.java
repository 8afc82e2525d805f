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
     * A type that this version doesn't know.
     *
     * @param type as the line gives it; empty where it gives none
     * @param raw the line, cut to {@link EventParser#RAW_EXCERPT_CHARS}
     */
    record UnknownEvent(String type, String raw) implements Event {}

    /**
     * A line that is no JSON object.
     *
     * @param raw the line, cut to {@link EventParser#RAW_EXCERPT_CHARS}
     * @param reason what is wrong with it, without any of its text
     */
    record MalformedLine(String raw, String reason) implements Event {}

    /**
     * A line too long to be kept.
     *
     * @param length its length in bytes
     * @param head its beginning
     */
    record OversizedLine(long length, String head) implements Event {}
}
