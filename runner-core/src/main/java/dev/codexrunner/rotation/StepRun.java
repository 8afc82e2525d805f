package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.transport.TransportFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One step under way: what it works with, and what it has to tell. */
final class StepRun {

    private final RotationStep step;
    private final RotationTools tools;
    private final JournalSecret journal;
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private OptionalInt version = OptionalInt.empty();
    private OptionalInt liveVersion = OptionalInt.empty();
    private boolean noted;

    StepRun(RotationStep step, RotationTools tools) {
        this.step = step;
        this.tools = tools;
        this.journal = new JournalSecret(tools.paths(), tools.kv(), tools.random());
    }

    /**
     * Does it. A failure leaves a line in the journal too, if there is a journal.
     *
     * @throws FailureException as the step does
     */
    StepResult run(Supplier<StepResult> work) {
        try {
            return work.get();
        } catch (FailureException e) {
            throw noted || !journal.exists() ? e : noting(e);
        }
    }

    private FailureException noting(FailureException thrown) {
        Failure failure = thrown.failure();
        try {
            journal.note(line(outcomeOf(failure), Optional.of(failure.code()), Optional.of(failure.what())));
            return thrown;
        } catch (FailureException notNoted) {
            return failure.kind() == FailureKind.SECRET_SOURCE || failure.kind() == FailureKind.CONNECTIVITY
                    ? thrown
                    : failure.because(failure.why() + " The rotation's journal could not be told: "
                                    + notNoted.failure().reason())
                            .asException();
        }
    }

    private static StepOutcome outcomeOf(Failure failure) {
        if (failure.code().equals(RotationFailure.ROTATION_LOST.code())
                || failure.code().equals(RotationFailure.ROTATION_LIVE_CHANGED.code())) {
            return StepOutcome.LOST;
        }
        return switch (failure.kind()) {
            case ROTATION_CONFLICT, CREDENTIAL, CONFIG, OUTPUT_INVALID -> StepOutcome.REFUSED;
            // Vault's final word; what may be tried again may also have been carried out.
            case SECRET_SOURCE -> failure.retryable() ? StepOutcome.UNKNOWN : StepOutcome.REFUSED;
            default -> StepOutcome.UNKNOWN;
        };
    }

    /** The failure that is about to be thrown stands in the journal already. */
    void failureIsNoted() {
        noted = true;
    }

    StepLine line(StepOutcome outcome, Optional<String> code, Optional<String> detail) {
        return new StepLine(now(), step, version, outcome, code, tools.by(), detail);
    }

    StepLine line(StepOutcome outcome, String detail) {
        return line(outcome, Optional.empty(), Optional.of(detail));
    }

    /** The version that the step is about, for its lines. */
    void about(int number) {
        version = OptionalInt.of(number);
    }

    void say(String sentence) {
        lines.add(sentence);
    }

    void warn(String sentence) {
        if (!warnings.contains(sentence)) {
            warnings.add(sentence);
        }
    }

    /** All that was said and warned of so far. */
    StepNotes notes() {
        return new StepNotes(lines, warnings);
    }

    Instant now() {
        return clock().instant();
    }

    StepResult done(String outcome) {
        return result(outcome, false);
    }

    StepResult repeated(String outcome) {
        return result(outcome, true);
    }

    private StepResult result(String outcome, boolean repeated) {
        RotationState state = journal.state();
        OptionalInt live = liveVersion.isPresent()
                ? liveVersion
                : state.live().map(facts -> OptionalInt.of(facts.version())).orElseGet(OptionalInt::empty);
        HumanStep next = HumanSteps.after(tools.paths(), state, standing(state));
        return new StepResult(step, outcome, repeated, live, lines, warnings, Optional.of(next));
    }

    /** What a step did is done, also where the look at it fails. */
    private LiveStanding standing(RotationState state) {
        if (state.phase() != Phase.AWAITING_REVOCATION) {
            return LiveStanding.UNRECORDED;
        }
        try {
            return standing(live().latest());
        } catch (FailureException e) {
            warn("What is live now could not be looked at: " + e.failure().reason());
            return LiveStanding.UNRECORDED;
        }
    }

    private LiveStanding standing(SecretVersion latest) {
        return LiveStanding.of(journal.state(), live().token(latest).map(journal.fingerprints()::of));
    }

    /**
     * No step but a rollback goes on where the token that is to be revoked is the live one.
     *
     * @param latest the live path as it is
     * @throws FailureException ROTATION_OLD_TOKEN_LIVE
     */
    void requireOldNotLive(SecretVersion latest) {
        RotationState state = journal.state();
        if (state.phase() == Phase.AWAITING_REVOCATION && standing(latest) == LiveStanding.TO_BE_REVOKED) {
            requireUnchanged(state);
            throw RotationFailure.ROTATION_OLD_TOKEN_LIVE
                    .with(
                            paths(),
                            state.previous().map(TokenFacts::title).orElse("unknown"),
                            latest.version(),
                            state.live()
                                    .map(facts -> String.valueOf(facts.version()))
                                    .orElse("N"),
                            paths().live())
                    .asException();
        }
    }

    /** Another rotator may have made something live since the journal was read. */
    private void requireUnchanged(RotationState state) {
        if (!journal.read().state().equals(state)) {
            throw journal.lost();
        }
    }

    /**
     * What was made live before must be live still, for a step to count as done before.
     *
     * @param latest the live path as it is
     * @throws FailureException ROTATION_LIVE_NOT_THE_RECORDED
     */
    void requireStillLive(SecretVersion latest) {
        Optional<TokenFacts> recorded = journal.state().live();
        if (recorded.isPresent() && standing(latest) != LiveStanding.AS_RECORDED) {
            requireUnchanged(journal.state());
            throw RotationFailure.ROTATION_LIVE_NOT_THE_RECORDED
                    .with(paths(), latest.version(), recorded.get().version(), paths().live())
                    .asException();
        }
        liveVersion = OptionalInt.of(latest.version());
    }

    /**
     * Lets the ruling decide.
     *
     * @return the result of a step that was done before; empty where it is to be done
     * @throws FailureException where it is refused
     */
    Optional<StepResult> ruled(Ruling ruling) {
        if (ruling instanceof Ruling.Refused refused) {
            throw refused.failure().asException();
        }
        return ruling instanceof Ruling.Repeated before ? Optional.of(repeated(before.outcome())) : Optional.empty();
    }

    RotationRules rules() {
        return new RotationRules(tools.paths(), journal.journal());
    }

    RotationStep step() {
        return step;
    }

    RotationPaths paths() {
        return tools.paths();
    }

    JournalSecret journal() {
        return journal;
    }

    LiveSecret live() {
        return tools.live();
    }

    PendingSecret pending() {
        return tools.pending();
    }

    LiveMetadata metadata() {
        return tools.metadata();
    }

    Verification verification() {
        return tools.verification();
    }

    RotationLimits limits() {
        return tools.limits();
    }

    Clock clock() {
        return tools.clock();
    }

    /** @throws FailureException INTERRUPTED */
    void pause(Duration duration) {
        try {
            tools.pause().pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TransportFailure.INTERRUPTED.with("the service").asException();
        }
    }

    String by() {
        return tools.by();
    }
}
