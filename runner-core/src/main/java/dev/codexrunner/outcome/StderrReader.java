package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folds codex's stderr, line by line, into a {@link StderrSummary}. Not thread-safe. */
public final class StderrReader {

    private static final int MAX_LINES = 20;
    private static final int MAX_LINE_CHARS = 1_000;

    /** Spans may stand between level and target. */
    private static final Pattern ROUTER = Pattern.compile("\\bERROR\\b.*?\\bcodex_core::tools::router: (?:error=)?");

    /** Always there, or of no use to anybody: not what a run fails for. */
    private static final List<String> NOISE =
            List.of("WARNING: proceeding", "Reading additional input from stdin", "Reading prompt from stdin");

    /** codex prints one below each "Error:", of no use since its binary is stripped. */
    private static final String BACKTRACE = "Stack backtrace:";

    private static final Pattern FRAME = Pattern.compile("^(?:\\d+: |at .+:\\d+).*");

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private final UnaryOperator<String> redact;
    private final List<String> head = new ArrayList<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private boolean inBacktrace;
    private long patchesFailed;
    private long declined;
    private long otherToolErrors;

    public StderrReader() {
        this(UnaryOperator.identity());
    }

    /** @param redact applied before a line is cut */
    public StderrReader(UnaryOperator<String> redact) {
        this.redact = redact;
    }

    public void accept(String line) {
        String text = COLOURS.matcher(Excerpt.head(redact.apply(line), MAX_LINE_CHARS))
                .replaceAll("")
                .strip();
        inBacktrace =
                text.equals(BACKTRACE) || (inBacktrace && FRAME.matcher(text).matches());
        if (text.isEmpty() || inBacktrace || NOISE.stream().anyMatch(text::startsWith)) {
            return;
        }
        Matcher router = ROUTER.matcher(text);
        if (router.find()) {
            count(text.substring(router.end()).toLowerCase(Locale.ROOT));
        }
        if (head.size() < MAX_LINES) {
            head.add(text);
        } else {
            tail.addLast(text);
            if (tail.size() > MAX_LINES) {
                tail.removeFirst();
            }
        }
    }

    private void count(String error) {
        if (error.startsWith("apply_patch verification failed")) {
            patchesFailed++; // Before all else: the path that follows may hold any of the other words.
        } else if (error.contains("rejected")
                || error.contains("reject command")
                || error.contains("approval policy")) {
            declined++;
        } else if (error.contains("patch")) {
            patchesFailed++;
        } else {
            otherToolErrors++;
        }
    }

    public StderrSummary summary() {
        String excerpt =
                String.join("\n", Stream.concat(head.stream(), tail.stream()).toList());
        return new StderrSummary(patchesFailed, declined, otherToolErrors, excerpt);
    }
}
