package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.time.Duration;

/** Proves a token in two parts, the cheap one first: shape, expiry and identity; then a run of codex. */
final class TokenProof {

    private final StepRun run;

    TokenProof(StepRun run) {
        this.run = run;
    }

    /** A token that the service accepts. */
    record Proven(AccessToken token, TokenIdentity identity) {}

    /**
     * @param said when it expires
     * @param minValidity how long it must still be valid
     * @throws dev.codexrunner.failure.FailureException why it is not accepted, or can't be asked about
     */
    Proven of(Secret value, TokenExpiry said, Duration minValidity) {
        AccessToken token = TokenInspector.inspect(value, TokenKind.ACCESS_TOKEN, run.clock());
        said.instant().filter(end -> end.isBefore(run.now().plus(minValidity))).ifPresent(end -> {
            throw RotationFailure.ROTATION_CANDIDATE_EXPIRES_SOON
                    .with(run.paths(), end, Words.duration(minValidity))
                    .asException();
        });
        IdentityAnswer answer = run.verification().identity(token);
        if (answer instanceof IdentityAnswer.Refused refused) {
            throw refused.failure().asException();
        }
        TokenIdentity identity = ((IdentityAnswer.Accepted) answer).identity();
        run.say("The service accepts it: " + Words.said(identity) + ".");
        return new Proven(token, identity);
    }

    /**
     * @return codex's version
     * @throws dev.codexrunner.failure.FailureException why the run failed
     */
    String probe(Proven proven) {
        ProbeResult result = run.verification().probe(proven.token());
        String record =
                result.record().map(folder -> " The run's record: " + folder).orElse("");
        if (result instanceof ProbeResult.Failed failed) {
            Failure failure = failed.failure();
            throw failure.because((failure.why() + record).strip()).asException();
        }
        String version = ((ProbeResult.Proven) result).codexVersion();
        run.say("codex " + version + " ran with it and answered as it was told to." + record);
        return version;
    }
}
