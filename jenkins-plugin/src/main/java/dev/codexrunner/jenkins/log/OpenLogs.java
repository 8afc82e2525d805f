package dev.codexrunner.jenkins.log;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Those who write to one build's log: each step has a stream of its own. They take turns, so that lines that one of them
 * holds back come before what the next one writes.
 */
final class OpenLogs {

    private static final Logger LOGGER = Logger.getLogger(OpenLogs.class.getName());

    private final Set<BuildLog> open = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable BuildLog last;

    /** What is done to one of them, and may write to the log. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    void add(BuildLog log) {
        open.add(log);
    }

    synchronized void inTurn(BuildLog log, Action write) throws IOException {
        BuildLog before = last;
        if (before != log && before != null) {
            quietly(before::passOnLines);
        }
        last = log;
        write.run();
    }

    /** While none of them writes. */
    synchronized void alone(Action action) throws IOException {
        action.run();
    }

    /** The build ends: nobody will write what would decide about the text that is held back. */
    synchronized void letGo() {
        last = null;
        for (BuildLog log : all()) {
            quietly(log::letGo);
        }
    }

    private List<BuildLog> all() {
        synchronized (open) {
            return List.copyOf(open);
        }
    }

    private static void quietly(Action action) {
        try {
            action.run();
        } catch (IOException closed) {
            LOGGER.log(Level.FINE, "A build's log was closed before its last words", closed);
        }
    }
}
