package dev.codexrunner.rotation;

import dev.codexrunner.config.PromptSource;
import dev.codexrunner.config.ResolvedConfig;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.CredentialOrigin;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.preflight.ManagedPolicy;
import dev.codexrunner.progress.Progress;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.run.Cancellation;
import dev.codexrunner.run.ExecJob;
import dev.codexrunner.run.RunResult;
import dev.codexrunner.run.RunSurroundings;
import dev.codexrunner.run.TokenSupply;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tiny real {@code codex exec} with a token, whose answer is known: read-only, in an empty throwaway folder, without
 * retries. Its record is kept among the user's runs.
 */
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
        String word = KnownAnswer.word(surroundings.random());
        try {
            ProbeProvider.requireTheToken(config.config().codex(), ManagedPolicy.STANDARD_FOLDER);
        } catch (FailureException provesNothing) {
            return new ProbeResult.Failed(provesNothing.failure(), Optional.empty());
        }
        try (ThrowawayFolder folder = ThrowawayFolder.create(surroundings.variables())) {
            CredentialOrigin origin = new CredentialOrigin(TokenSourceKind.VAULT, Optional.empty());
            ExecJob job = new ExecJob(surroundings, redactor, progress, cancellation, TokenSupply.given(token, origin));
            RunResult result = job.run(
                    ProbeConfig.of(config, folder.path(), timeout),
                    Optional.of(new PromptSource.Text(KnownAnswer.prompt(word))));
            return judged(result, word);
        } catch (FailureException e) {
            return new ProbeResult.Failed(e.failure(), Optional.empty());
        }
    }

    private ProbeResult judged(RunResult result, String word) {
        Optional<Path> record = Optional.of(result.folder());
        RunReport.VerdictSection verdict = result.judged().verdict();
        if (verdict.exitCode() != 0) {
            return new ProbeResult.Failed(failure(verdict), record);
        }
        String answer = result.report().finalMessage().orElse("");
        return KnownAnswer.isGiven(answer, word)
                ? new ProbeResult.Proven(result.report().codex().version().orElse("of unknown version"), record)
                : new ProbeResult.Failed(
                        RotationFailure.ROTATION_PROBE_ANSWER_WRONG.with(word, KnownAnswer.excerpt(answer)), record);
    }

    private static Failure failure(RunReport.VerdictSection verdict) {
        FailureKind kind = Stream.of(FailureKind.values())
                .filter(one -> one.wireName().equals(verdict.kind()))
                .findFirst()
                .orElse(FailureKind.INTERNAL);
        return new Failure(
                kind,
                verdict.code(),
                "codex, run with the token, failed: " + verdict.reason(),
                "",
                verdict.fix(),
                verdict.retryable(),
                verdict.exitCode());
    }
}
