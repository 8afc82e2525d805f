package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the verified candidate live. */
final class PromoteStep {

    private final StepRun run;
    private final OpenIntent openIntent;
    private final PromoteRequest request;

    PromoteStep(StepRun run, OpenIntent openIntent, PromoteRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.request = request;
    }

    StepResult run() {
        run.journal().read();
        openIntent.settle();
        SecretVersion live =
                run.live().latest(request.expectLiveVersion(), run.journal().journal());
        openIntent.adopt(live);
        RotationState state = run.journal().state();
        Optional<StepResult> before =
                run.ruled(run.rules().promote(run.now(), run.limits().verificationMaxAge()));
        return before.orElseGet(() -> promote(state, live));
    }

    private StepResult promote(RotationState state, SecretVersion live) {
        Candidate candidate = state.candidate().orElseThrow();
        Secret token = CandidateToken.read(run, candidate);
        TokenInspector.inspect(token, TokenKind.ACCESS_TOKEN, run.clock());
        Optional<TokenFacts> replaced = run.live().facts(live, run.journal());
        if (live.state() == SecretVersion.State.DELETED) {
            run.warn("The live secret's latest version was deleted, so it has no other fields to be kept.");
        }
        Intent intent = openIntent.promotion(candidate, live.version(), replaced);
        OptionalInt version = openIntent.begin(state, state.promoting(intent), Optional.empty());
        if (version.isEmpty()) {
            throw openIntent.notLive(live);
        }
        run.about(version.getAsInt());
        run.say("Every consumer of " + run.paths()
                + " reads the new token from now on; its other fields are as before.");
        return run.done("promoted as version " + version.getAsInt());
    }
}
