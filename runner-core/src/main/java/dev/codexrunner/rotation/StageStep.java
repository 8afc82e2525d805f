package dev.codexrunner.rotation;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenInspector;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a candidate beside the live token: its value first, then its entry in the journal, which alone makes it one. */
final class StageStep {

    private final StepRun run;
    private final OpenIntent openIntent;
    private final StageRequest request;

    StageStep(StepRun run, OpenIntent openIntent, StageRequest request) {
        this.run = run;
        this.openIntent = openIntent;
        this.request = request;
    }

    StepResult run() {
        CandidateLabels.require(request, run.paths());
        CandidateLabels.requireNoSecret(request, Stream.of(request.token()), run.paths());
        AccessToken token = TokenInspector.inspect(request.token(), TokenKind.ACCESS_TOKEN, run.clock());
        token.warnings().forEach(run::warn);
        TokenExpiry expiry = CandidateLabels.expiry(request, token, run.now(), run.paths());

        run.journal().read();
        openIntent.settle();
        RotationState state = run.journal().state();
        SecretVersion live =
                run.live().latest(request.expectLiveVersion(), run.journal().journal());
        requireField(live);
        CandidateLabels.requireNoSecret(request, live.fields().text(run.paths().field()).stream(), run.paths());
        refuseKnown(token.value(), live, state);
        run.requireOldNotLive(live);
        String fingerprint = run.journal().fingerprints().of(token.value());
        Candidate candidate = new Candidate(
                0,
                fingerprint,
                token.kind(),
                request.owner(),
                request.tokenName(),
                expiry,
                run.now(),
                Optional.empty());
        Optional<StepResult> before =
                run.ruled(run.rules().stage(fingerprint, request.replace())).filter(result -> stillThere(state));
        return before.isPresent() ? again(state, candidate, before.get()) : stage(state, candidate, token.value());
    }

    /** A secret with other fields only is more often a field misspelt than a secret that has no token yet. */
    private void requireField(SecretVersion live) {
        if (live.isPresent()
                && !live.fields().names().isEmpty()
                && !live.fields().names().contains(run.paths().field())) {
            throw RotationFailure.ROTATION_FIELD_MISSING
                    .with(
                            run.paths(),
                            run.paths().field(),
                            run.paths().live(),
                            String.join(", ", live.fields().names()))
                    .asException();
        }
    }

    private void refuseKnown(Secret token, SecretVersion live, RotationState state) {
        Fingerprints fingerprints = run.journal().fingerprints();
        if (run.live().holds(live, fingerprints.of(token), fingerprints)) {
            throw RotationFailure.ROTATION_TOKEN_LIVE_ALREADY
                    .with(run.paths(), live.version())
                    .asException();
        }
        state.previous()
                .filter(previous -> fingerprints.same(token, previous.fingerprint()))
                .ifPresent(previous -> {
                    throw RotationFailure.ROTATION_TOKEN_TO_BE_REVOKED
                            .with(run.paths(), previous.version())
                            .asException();
                });
    }

    private boolean stillThere(RotationState state) {
        return state.candidate()
                .flatMap(waiting -> run.pending().token(waiting, run.journal().fingerprints()))
                .isPresent();
    }

    /** The same token once more: only what is said of it may be new. What a killed run left is destroyed. */
    private StepResult again(RotationState state, Candidate said, StepResult before) {
        Candidate waiting = state.candidate().orElseThrow();
        run.about(waiting.version());
        destroyUpTo(waiting.version() - 1, state);
        Candidate relabelled = waiting.labelled(said.owner(), said.tokenName(), said.expiresAt());
        if (relabelled.equals(waiting)) {
            return before;
        }
        run.journal()
                .change(
                        state,
                        journal -> journal.with(state.relabelled(relabelled))
                                .with(run.line(StepOutcome.STAGED, "owner, name or expiry were corrected")));
        return run.done("corrected what is said of version " + waiting.version());
    }

    private StepResult stage(RotationState state, Candidate said, Secret token) {
        int version = run.pending()
                .write(token, state.candidate(), run.journal().fingerprints(), () -> {
                    if (!run.journal().read().state().equals(state)) {
                        throw run.journal().lost();
                    }
                });
        run.about(version);
        Optional<Candidate> replaced =
                state.candidate().filter(old -> !run.journal().fingerprints().same(token, old.fingerprint()));
        LiveMetadata.Choice choice = run.metadata().choose(request.metadata(), said);
        choice.warning().ifPresent(run::warn);
        try {
            run.journal().change(state, journal -> {
                // The journal may have been begun by somebody else meanwhile, and its key with it.
                Candidate candidate =
                        said.stagedAs(version, Fingerprints.of(journal).of(token));
                return journal.with(choice.mode())
                        .with(state.staged(candidate))
                        .with(run.line(
                                StepOutcome.STAGED,
                                said.title()
                                        + replaced.map(old ->
                                                        ", instead of " + old.title() + ", which is to be revoked")
                                                .orElse("")));
            });
        } catch (FailureException lost) {
            withdraw(lost, version);
            throw lost;
        }
        destroyUpTo(version - 1, state);
        replaced.ifPresent(old -> run.warn("The replaced candidate, " + old.title()
                + ", was never live, but its token is valid until it is revoked: " + HumanStep.TOKENS_PAGE));
        run.say("The token lies at " + run.paths().pending() + ", version " + version + "; nothing live was touched.");
        return run.done("staged as version " + version + " of " + run.paths().pending());
    }

    private void destroyUpTo(int version, RotationState state) {
        run.pending()
                .destroyUpTo(version, state.candidate(), run.journal().fingerprints())
                .forEach(run::warn);
    }

    /** A token that lost the race is not left lying, unless the winner staged the very same one. */
    private void withdraw(FailureException lost, int version) {
        boolean winners = run.journal()
                .state()
                .candidate()
                .filter(winner -> winner.version() == version)
                .isPresent();
        if (lost.failure().code().equals(RotationFailure.ROTATION_LOST.code()) && !winners) {
            run.pending().destroy(version);
        }
    }
}
