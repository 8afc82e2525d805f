package dev.codexrunner.run;

import dev.codexrunner.launch.CodexArguments;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The thread of an attempt that was lost, as far as codex can go on with it.
 *
 * @param id empty where it can't
 * @param whyNot as a sentence; empty where it can
 */
record ResumableThread(Optional<String> id, String whyNot) {

    /**
     * @param codexHome where codex keeps what its threads hold
     * @param named the thread that the stream named last
     */
    static ResumableThread find(Path codexHome, Optional<String> named) {
        if (named.isEmpty()) {
            return none("codex had not named it.");
        }
        if (!CodexArguments.isThreadId(named.get())) {
            return none("what codex named is no thread id.");
        }
        return new Rollout(codexHome, named.get()).exists()
                ? new ResumableThread(named, "")
                : none("codex left no record of it in its CODEX_HOME.");
    }

    static ResumableThread none(String whyNot) {
        return new ResumableThread(Optional.empty(), whyNot);
    }
}
