package dev.codexrunner.progress;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.TokenUsage;
import java.time.Instant;

/** Shows a run while it lasts. Nothing that happens to where it shows it ever fails the run. */
public interface Progress extends AutoCloseable {

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void event(Event event, Instant now) {
            // Nothing is shown.
        }

        @Override
        public void note(String text) {
            // Nothing is shown.
        }

        @Override
        public void usage(TokenUsage soFar) {
            // Nothing is shown.
        }

        @Override
        public void tick(Instant now) {
            // Nothing is shown.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** Something happened in the event stream. */
    void event(Event event, Instant now);

    /** Something of ours worth a line: a phase begins, a retry, a warning. */
    void note(String text);

    /** Tokens used so far; codex's stream names them only at the end of a turn, its rollout file after each call. */
    void usage(TokenUsage soFar);

    /** Time passes. The run loop calls this about once a second. */
    void tick(Instant now);

    /** Leaves the console clean. */
    @Override
    void close();
}
