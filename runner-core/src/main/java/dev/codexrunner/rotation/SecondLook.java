package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks about a token right before it goes live what the journal says of it already: whether the service accepts it, and
 * whose it is. It costs one question and no run of codex.
 */
final class SecondLook {

    private final StepRun run;

    SecondLook(StepRun run) {
        this.run = run;
    }

    /**
     * @return what speaks against it
     * @throws FailureException where the service can't be asked
     */
    Optional<Failure> ofCandidate(Secret token, Candidate candidate) {
        return objection(token, identity -> {
            candidate.proof().ifPresent(proof -> requireStillTheSame(identity, proof.identity()));
            requireNotAnotherThanLive(identity, candidate);
        });
    }

    /** As above, for a token that was live before; whose the one is that it replaces does not matter. */
    Optional<Failure> ofPrevious(Secret token, TokenFacts previous) {
        return objection(
                token, identity -> previous.identity().ifPresent(recorded -> requireStillTheSame(identity, recorded)));
    }

    private Optional<Failure> objection(Secret value, Consumer<TokenIdentity> check) {
        try {
            AccessToken token = TokenInspector.inspect(value, TokenKind.ACCESS_TOKEN, run.clock());
            IdentityAnswer answer = run.verification().identity(token);
            if (answer instanceof IdentityAnswer.Refused refused) {
                return Optional.of(refused.failure());
            }
            check.accept(((IdentityAnswer.Accepted) answer).identity());
            return Optional.empty();
        } catch (FailureException e) {
            if (e.failure().kind() != FailureKind.CREDENTIAL) {
                throw e;
            }
            return Optional.of(e.failure());
        }
    }

    /** Whose the live token is may be unknowable by now: one that leaked is revoked at once. The comparison before counts. */
    private void requireNotAnotherThanLive(TokenIdentity identity, Candidate candidate) {
        boolean changeAllowed = candidate
                .proof()
                .flatMap(Candidate.Proof::compared)
                .filter(Candidate.Compared::identityChangeAllowed)
                .isPresent();
        try {
            new IdentityCheck(run).of(identity, run.live().latest(), changeAllowed);
        } catch (FailureException e) {
            if (!e.failure().code().equals(RotationFailure.ROTATION_IDENTITY_UNKNOWN.code())) {
                throw e;
            }
        }
    }

    private void requireStillTheSame(TokenIdentity now, TokenIdentity proven) {
        if (IdentityComparison.compare(now, proven) instanceof IdentityComparison.Different different) {
            throw RotationFailure.ROTATION_IDENTITY_NOT_AS_PROVEN
                    .with(run.paths(), different.what(), different.candidate(), different.live())
                    .asException();
        }
    }
}
