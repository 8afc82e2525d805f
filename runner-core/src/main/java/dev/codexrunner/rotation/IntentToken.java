package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.function.Function;

/**
 * The token that an intent is to make live. Who finds an intent that another process wrote asks about the token once
 * more: a journal is not believed where the service can be.
 */
final class IntentToken {

    private final StepRun run;

    IntentToken(StepRun run) {
        this.run = run;
    }

    /** @param own whether this process has proven the token itself */
    Release ofCandidate(Candidate candidate, Intent intent, boolean own) {
        return release(
                intent,
                run.pending().token(candidate, run.journal().fingerprints()),
                token -> own ? Optional.empty() : new SecondLook(run).ofCandidate(token, candidate));
    }

    /** @param own whether this process has proven the token itself */
    Release ofPrevious(TokenFacts previous, Intent intent, boolean own) {
        return release(
                intent,
                run.live().find(previous, run.journal().fingerprints()).flatMap(run.live()::token),
                token -> own ? Optional.empty() : new SecondLook(run).ofPrevious(token, previous));
    }

    private Release release(Intent intent, Optional<Secret> token, Function<Secret, Optional<Failure>> objection) {
        if (token.isEmpty()) {
            return new Release.Lapsed("its token is not there any more");
        }
        Optional<String> stale = stale(intent);
        if (stale.isPresent()) {
            return new Release.Lapsed(stale.get());
        }
        return objection
                .apply(token.get())
                .<Release>map(Release.Disproven::new)
                .orElseGet(() -> new Release.Granted(token.get()));
    }

    /** An intent that nobody came back to for long is no leave to write a token that was proven long ago. */
    private Optional<String> stale(Intent intent) {
        if (intent.verifiedAt().isEmpty()) {
            return Optional.of("it names no verification");
        }
        return switch (VerificationAge.of(
                intent.verifiedAt().get(), run.now(), run.limits().verificationMaxAge())) {
            case FRESH -> Optional.empty();
            case TOO_OLD -> Optional.of("its verification is too old by now");
            case IN_THE_FUTURE -> Optional.of("its verification is dated in the future");
        };
    }
}
