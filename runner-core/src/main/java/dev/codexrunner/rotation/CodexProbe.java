package dev.codexrunner.rotation;

import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.secret.Redactor;
import java.time.Duration;

/**
 * A tiny real {@code codex exec} with a token, whose answer is known: read-only, in an empty throwaway folder, without
 * retries. Its record is kept among the user's runs.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class CodexProbe {

    /** Where {@code --timeout} says nothing. */
    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(2);

    private final ResolvedConfig config;
    private final RunSurroundings surroundings;
    private final Redactor redactor;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Duration timeout;

    /**
     * @param config which codex, CA and proxies; what it says of task, token and limits does not count here
     * @param redactor learns the token
     * @param timeout bound for the run
     */
    public CodexProbe(
            ResolvedConfig config,
            RunSurroundings surroundings,
            Redactor redactor,
            Progress progress,
            Cancellation cancellation,
            Duration timeout) {
        this.config = config;
        this.surroundings = surroundings;
        this.redactor = redactor;
        this.progress = progress;
        this.cancellation = cancellation;
        this.timeout = timeout;
    }

    ProbeResult run(AccessToken token) {
        throw new UnsupportedOperationException("" + config + surroundings + redactor.hashCode() + progress
                + cancellation.hashCode() + timeout + token.kind());
    }
}
