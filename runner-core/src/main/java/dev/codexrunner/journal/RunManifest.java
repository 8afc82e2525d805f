package dev.codexrunner.journal;

import dev.codexrunner.config.FailOn;
import dev.codexrunner.config.Sandbox;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.outcome.Budgets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code run.json}: what replay must know and the stream doesn't tell. Written before codex starts, holds no secret.
 *
 * @param id of the run
 * @param timeout overall bound
 * @param idleTimeout longest silence
 * @param budgets what the run may use; empty in records of earlier versions
 * @param failOn what fails the run although codex passes over it
 * @param require paths asked for, as given
 * @param outputSchema name of the file beside it that holds the schema as the run had it
 * @param usageBaseline the resumed thread's sum before this run; empty where not resumed or not known
 * @param trust whose word the run took; empty in records of earlier versions
 * @param runName of the job that it is a run of; empty in records of earlier versions
 */
public record RunManifest(
        int schemaVersion,
        String id,
        Instant startedAt,
        String runnerVersion,
        String host,
        Duration timeout,
        Duration idleTimeout,
        Optional<Budgets> budgets,
        Set<FailOn> failOn,
        List<String> require,
        Optional<String> outputSchema,
        Optional<TokenUsage> usageBaseline,
        CodexFacts codex,
        CredentialFacts credential,
        Optional<TrustFacts> trust,
        Optional<String> runName) {

    public static final int SCHEMA_VERSION = 1;

    /** Refuses what only a broken file holds, so that replay needn't. */
    public RunManifest {
        failOn = Set.copyOf(failOn);
        require = List.copyOf(require);
        if (!require.stream().allMatch(RunManifest::isPath)) {
            throw new IllegalArgumentException("A required output is no path");
        }
        RecordedTime.require(startedAt);
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** @param resume id of the thread that the run goes on with */
    public record CodexFacts(
            Optional<String> version, Optional<String> model, Sandbox sandbox, Optional<String> resume) {}

    /**
     * @param source {@code env}, {@code vault}, {@code file} or {@code stdin}
     * @param kind which sort of token; empty where none was fetched
     * @param fingerprint keyed hash, where a key was given
     * @param exposed whether a switch let the token out of memory
     */
    public record CredentialFacts(
            String source,
            Optional<String> kind,
            Optional<String> fingerprint,
            boolean exposed,
            Optional<Instant> expiresAt,
            Optional<VaultFacts> vault) {}

    /** Where in Vault the token came from. */
    public record VaultFacts(String path, OptionalInt version, Optional<Instant> createdTime) {}

    public boolean resumed() {
        return codex.resume().isPresent();
    }
}
