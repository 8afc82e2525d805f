package dev.codexrunner.outcome;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.Excerpt;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ParsedLine;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.outcome.Transcript.FinalMessage;
import dev.codexrunner.outcome.Transcript.TurnState;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * Folds a stream of events into a {@link Transcript}. A second {@code thread.started} is a further attempt of the same
 * run, as is the mark that the runner sets between two: the turn begins anew, while what the agent did before stays done. Not thread-safe.
 */
public final class TranscriptBuilder {

    private static final int MAX_ID_CHARS = 100;
    private static final String RECONNECTING = "Reconnecting...";

    private final KeptTexts texts;
    private final TranscriptItems items;
    private final BoundedTexts errors;
    private final BoundedTexts gaps;
    private Optional<String> threadId = Optional.empty();
    private TurnState turn = TurnState.NONE;
    private Optional<String> turnFailure = Optional.empty();
    private Optional<String> lastStreamError = Optional.empty();
    private Optional<FinalMessage> finalMessage = Optional.empty();
    private Optional<TokenUsage> threadUsage = Optional.empty();
    private final PlanSteps plan;
    private final SaidTexts messages;
    private final SaidTexts reasoning;
    private long lines;
    private long attempts;
    private long turnsStarted;
    private long turnsCompleted;
    private long turnsFailed;
    private long agentMessages;
    private long errorCount;
    private long reconnects;
    private long gapCount;
    private long malformed;
    private long oversized;
    private long unknownEvents;
    private long unknownItems;
    private long oddities;

    public TranscriptBuilder() {
        this(TranscriptLimits.DEFAULT, UnaryOperator.identity());
    }

    /** @param redact applied before a text is cut, since half a secret can't be recognised any more */
    public TranscriptBuilder(TranscriptLimits limits, UnaryOperator<String> redact) {
        texts = new KeptTexts(limits, redact);
        items = new TranscriptItems(limits, texts);
        plan = new PlanSteps(texts);
        messages = new SaidTexts(texts);
        reasoning = new SaidTexts(texts);
        errors = new BoundedTexts(texts);
        gaps = new BoundedTexts(texts);
    }

    /** Commands that have begun so far. */
    public long commandsBegun() {
        return items.commandCount;
    }

    /** Files that patches have touched so far. */
    public long filesPatched() {
        return items.filesPatched();
    }

    /** A line of which nobody knows when it came. */
    public void accept(ParsedLine line) {
        accept(line, OptionalLong.empty());
    }

    /** @param atMs when it came, in milliseconds since the run began */
    public void accept(ParsedLine line, OptionalLong atMs) {
        lines++;
        Moment now = new Moment(lines, atMs);
        oddities += line.oddities().size();
        Event event = line.event();
        if (event instanceof Event.ThreadStarted started) {
            threadId = Optional.of(cut(started.threadId())).filter(id -> !id.isEmpty());
            beginAttempt();
        } else if (event instanceof Event.AttemptStarted) {
            beginAttempt();
        } else if (event instanceof Event.TurnStarted) {
            turnsStarted++;
            beginTurn(TurnState.RUNNING);
        } else if (event instanceof Event.TurnCompleted completed) {
            turnsCompleted++;
            completeTurn(completed);
        } else if (event instanceof Event.TurnFailed failed) {
            turnsFailed++;
            turn = TurnState.FAILED;
            turnFailure = Optional.of(cut(failed.message()));
        } else if (event instanceof Event.StreamError error) {
            streamError(error.message());
        } else if (event instanceof Event.ItemStarted started) {
            item(started.item(), now, false);
        } else if (event instanceof Event.ItemUpdated updated) {
            item(updated.item(), now, false);
        } else if (event instanceof Event.ItemCompleted completed) {
            item(completed.item(), now, true);
        } else if (event instanceof Event.CommandRecovered recovered) {
            items.command(key(recovered.command()), now, recovered.command(), true);
        } else {
            unreadable(event);
        }
    }

    private String key(Item item) {
        return item.id().isEmpty() ? "line " + lines : attempts + " " + Excerpt.head(item.id(), MAX_ID_CHARS);
    }

    private void beginAttempt() {
        attempts++;
        beginTurn(TurnState.NONE);
        finalMessage = Optional.empty();
        threadUsage = Optional.empty();
    }

    private void beginTurn(TurnState state) {
        turn = state;
        turnFailure = Optional.empty();
        lastStreamError = Optional.empty();
    }

    /** A completion after a failure of the same turn contradicts it; the failure stands. */
    private void completeTurn(Event.TurnCompleted completed) {
        if (turn != TurnState.FAILED) {
            turn = TurnState.COMPLETED;
        }
        threadUsage = completed.usage();
    }

    private void streamError(String message) {
        if (message.startsWith(RECONNECTING)) {
            reconnects++;
        } else {
            errorCount++;
            errors.add(message);
        }
        lastStreamError = Optional.of(cut(message));
    }

    private void unreadable(Event event) {
        if (event instanceof Event.UnknownEvent) {
            unknownEvents++;
        } else if (event instanceof Event.MalformedLine) {
            malformed++;
        } else if (event instanceof Event.OversizedLine line) {
            oversized++;
            if (line.agentMessage()) {
                finalMessage = Optional.of(new FinalMessage("", line.length()));
            }
        }
    }

    private void item(Item item, Moment now, boolean ended) {
        if (!(item instanceof Item.ErrorItem)) {
            // Work goes on, so a reconnect before it succeeded and explains no later end.
            lastStreamError = lastStreamError.filter(message -> !message.startsWith(RECONNECTING));
        }
        String key = key(item);
        if (item instanceof Item.CommandExecution command) {
            items.command(key, now, command, ended);
        } else if (item instanceof Item.FileChange change) {
            items.patch(key, now, change, ended);
        } else if (item instanceof Item.McpToolCall call) {
            items.call(key, now, call, ended);
        } else if (item instanceof Item.CollabToolCall call) {
            items.call(key, now, call, ended);
        } else if (item instanceof Item.WebSearch search) {
            items.search(key, now, search, ended);
        } else if (item instanceof Item.AgentMessage message) {
            agentMessages += ended ? 1 : 0;
            finalMessage = Optional.of(texts.finalMessage(message.text()));
            messages.see(key, now, message.id(), message.text(), ended);
        } else if (item instanceof Item.Reasoning thought) {
            reasoning.see(key, now, thought.id(), thought.text(), ended);
        } else if (item instanceof Item.TodoList list) {
            plan.stands(list.items(), now);
        } else if (item instanceof Item.ErrorItem error) {
            errorItem(error.message(), ended);
        } else if (item instanceof Item.UnknownItem) {
            unknownItems++;
        }
    }

    private void errorItem(String message, boolean ended) {
        if (!ended) {
            return;
        }
        errorCount++;
        errors.add(message);
        if (tellsOfDroppedEvents(message)) {
            gapCount++;
            gaps.add(message);
        }
    }

    /** codex's words when its own queue overflowed. */
    private static boolean tellsOfDroppedEvents(String message) {
        String text = Excerpt.head(message, 1024).toLowerCase(Locale.ROOT);
        boolean lost = text.contains("lagged") || text.contains("dropped");
        return lost && (text.contains("event") || text.contains("stream"));
    }

    private String cut(String text) {
        return texts.cut(text);
    }

    /** What was folded so far. */
    public Transcript transcript() {
        TranscriptCounts counts = new TranscriptCounts(
                lines,
                turnsStarted,
                turnsCompleted,
                turnsFailed,
                agentMessages,
                items.commandCount,
                items.commandsFailed,
                items.commandsUnfinished(),
                items.patchCount,
                items.patchesFailed,
                items.declined,
                items.callCount,
                items.callsFailed,
                items.searchCount,
                errorCount,
                reconnects,
                gapCount,
                malformed,
                oversized,
                unknownEvents,
                unknownItems,
                oddities,
                items.dropped()
                        + errors.dropped()
                        + gaps.dropped()
                        + plan.dropped()
                        + messages.dropped()
                        + reasoning.dropped());
        return new Transcript(
                threadId,
                turn,
                turnFailure,
                lastStreamError,
                finalMessage,
                items.commands(),
                items.fileChanges(),
                items.patches(),
                items.toolCalls(),
                items.searches(),
                messages.values(),
                reasoning.values(),
                plan.steps(),
                errors.values(),
                gaps.values(),
                threadUsage,
                counts);
    }
}
