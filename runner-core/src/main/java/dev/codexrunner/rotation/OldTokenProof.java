package dev.codexrunner.rotation;

import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.identity.IdentityFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.util.List;

/** Proves a token that was live before, as {@link TokenProof} does; a refusal says which token it is about. */
final class OldTokenProof {

    /** What no waiting mends: the token is dead. */
    private static final List<FailureText> FINAL = List.of(
            IdentityFailure.TOKEN_NOT_ACCEPTED,
            IdentityFailure.TOKEN_KEY_NOT_PUBLISHED,
            TokenFailure.JWT_EXPIRED,
            RotationFailure.ROTATION_CANDIDATE_EXPIRES_SOON);

    private final StepRun run;

    OldTokenProof(StepRun run) {
        this.run = run;
    }

    /** @throws FailureException why it is not accepted, or can't be asked about */
    TokenProof.Proven of(Secret token, TokenFacts old) {
        TokenProof proof = new TokenProof(run);
        try {
            TokenProof.Proven proven = proof.of(token, old.expiresAt().orElseGet(TokenExpiry::never), Duration.ZERO);
            proof.probe(proven);
            return proven;
        } catch (FailureException refused) {
            Failure failure = refused.failure();
            throw failure.kind() == FailureKind.CREDENTIAL ? about(old, failure).asException() : refused;
        }
    }

    private Failure about(TokenFacts old, Failure failure) {
        String which = "It is the old token, " + old.title() + ", that can't come back; the live one stays. ";
        boolean dead = FINAL.stream().map(FailureText::code).anyMatch(failure.code()::equals);
        return failure.because(which + failure.why())
                .mendedBy(
                        dead
                                ? "See to it that the old token is revoked at " + HumanStep.TOKENS_PAGE
                                        + ", then: codex-runner rotation confirm-revoked --vault-path " + run.paths()
                                : failure.fix());
    }
}
