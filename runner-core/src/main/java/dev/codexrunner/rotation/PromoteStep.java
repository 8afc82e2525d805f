package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the verified candidate live. */
final class PromoteStep {

    private final StepRun run;
    private final OpenIntent openIntent;
    private final Promotion promotion;
    private final PromoteRequest request;

    PromoteStep(StepRun run, OpenIntent openIntent, PromoteRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.promotion = new Promotion(run, openIntent);
        this.request = request;
    }

    StepResult run() {
        run.journal().read();
        openIntent.settle();
        SecretVersion live =
                run.live().latest(request.expectLiveVersion(), run.journal().journal());
        promotion.adopt(live);
        RotationState state = run.journal().state();
        run.requireOldNotLive(live);
        Ruling ruling = run.rules().promote(run.now(), run.limits().verificationMaxAge());
        if (ruling instanceof Ruling.Repeated) {
            run.requireStillLive(live);
        }
        Optional<StepResult> before = run.ruled(ruling);
        return before.orElseGet(() -> promote(state, live));
    }

    private StepResult promote(RotationState state, SecretVersion live) {
        Candidate candidate = state.candidate().orElseThrow();
        requireTheLiveThatWasComparedWith(candidate, live);
        requireStillProven(state, candidate);
        OptionalInt version = promotion.begin(state, live);
        if (version.isEmpty()) {
            throw openIntent.notLive(live);
        }
        run.about(version.getAsInt());
        run.say("Every consumer of " + run.paths()
                + " reads the new token from now on; its other fields are as before.");
        return run.done("promoted as version " + version.getAsInt());
    }

    /** Other fields may have changed; another token is another identity, perhaps. */
    private void requireTheLiveThatWasComparedWith(Candidate candidate, SecretVersion live) {
        candidate
                .proof()
                .flatMap(Candidate.Proof::compared)
                .filter(compared -> compared.liveVersion() != live.version())
                .filter(compared -> !compared.liveFingerprint()
                        .equals(run.live().token(live).map(run.journal().fingerprints()::of)))
                .ifPresent(compared -> {
                    throw RotationFailure.ROTATION_LIVE_NOT_THE_VERIFIED
                            .with(run.paths(), live.version(), compared.liveVersion())
                            .asException();
                });
    }

    private void requireStillProven(RotationState state, Candidate candidate) {
        Secret token = CandidateToken.read(run, candidate);
        Optional<Failure> objection = new SecondLook(run).ofCandidate(token, candidate);
        objection.ifPresent(failure -> {
            new Disproof(run).note(state, failure);
            throw failure.asException();
        });
    }
}
