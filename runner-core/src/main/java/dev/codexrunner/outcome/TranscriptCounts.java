package dev.codexrunner.outcome;

/**
 * Numbers over the whole stream, whatever of it was kept.
 *
 * @param lines all lines, good and bad
 * @param turnsStarted {@code turn.started}
 * @param turnsCompleted {@code turn.completed}
 * @param turnsFailed {@code turn.failed}
 * @param agentMessages messages of the agent
 * @param commands commands started
 * @param commandsFailed commands that ended with another exit code than 0, the refused not among them
 * @param commandsUnfinished commands without an end
 * @param patches file changes tried
 * @param patchesFailed file changes that failed; for more see {@link StderrSummary}
 * @param declined commands, patches and calls that were refused; for more see {@link StderrSummary}
 * @param toolCalls calls of MCP servers and other agents
 * @param toolCallsFailed of those, failed
 * @param searches web searches
 * @param errors error items and top-level errors, reconnects not counted
 * @param reconnects "Reconnecting... n/m"
 * @param eventGaps times that codex said it dropped events
 * @param malformedLines lines that are no JSON object
 * @param oversizedLines lines too long to be kept
 * @param unknownEvents events of an unknown type
 * @param unknownItems items of an unknown type
 * @param oddities unknown fields and fields of the wrong type
 * @param dropped entries that were counted but not kept
 */
public record TranscriptCounts(
        long lines,
        long turnsStarted,
        long turnsCompleted,
        long turnsFailed,
        long agentMessages,
        long commands,
        long commandsFailed,
        long commandsUnfinished,
        long patches,
        long patchesFailed,
        long declined,
        long toolCalls,
        long toolCallsFailed,
        long searches,
        long errors,
        long reconnects,
        long eventGaps,
        long malformedLines,
        long oversizedLines,
        long unknownEvents,
        long unknownItems,
        long oddities,
        long dropped) {

    /** With the failed patches and refusals that codex emits no item for. */
    TranscriptCounts including(StderrSummary stderr) {
        return new TranscriptCounts(
                lines,
                turnsStarted,
                turnsCompleted,
                turnsFailed,
                agentMessages,
                commands,
                commandsFailed,
                commandsUnfinished,
                patches + stderr.patchesFailed(),
                patchesFailed + stderr.patchesFailed(),
                declined + stderr.declined(),
                toolCalls,
                toolCallsFailed,
                searches,
                errors,
                reconnects,
                eventGaps,
                malformedLines,
                oversizedLines,
                unknownEvents,
                unknownItems,
                oddities,
                dropped);
    }
}
