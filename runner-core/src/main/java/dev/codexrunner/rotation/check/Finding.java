package dev.codexrunner.rotation.check;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.rotation.HumanStep;
import java.util.Optional;

/**
 * One thing that was found out about one path.
 *
 * @param aspect what was looked at
 * @param grade how it is
 * @param detail what was found, a clause; never a secret
 * @param failure what is wrong, why, and what to do; present unless all is well
 * @param next what a person is to do in a browser
 */
public record Finding(Aspect aspect, Grade grade, String detail, Optional<Failure> failure, Optional<HumanStep> next) {

    /** What only a person can do: OpenAI offers no API for it. */
    static final HumanStep NEW_TOKEN = new HumanStep(
            "Create a new access token in the workspace, then stage, verify and promote it (docs/rotation.md).",
            Optional.of(HumanStep.TOKENS_PAGE));

    static Finding ok(Aspect aspect, String detail) {
        return new Finding(aspect, Grade.OK, detail, Optional.empty(), Optional.empty());
    }

    static Finding warning(Aspect aspect, String detail, Failure failure) {
        return new Finding(aspect, Grade.WARN, detail, Optional.of(failure), Optional.empty());
    }

    static Finding due(Aspect aspect, String detail, Failure failure) {
        return new Finding(aspect, Grade.DUE, detail, Optional.of(failure), Optional.of(NEW_TOKEN));
    }

    static Finding failed(Aspect aspect, Failure failure) {
        Optional<HumanStep> next = failure.kind() == FailureKind.CREDENTIAL ? Optional.of(NEW_TOKEN) : Optional.empty();
        return new Finding(aspect, Grade.FAILED, failure.what(), Optional.of(failure), next);
    }

    /** The same where a rotation is under way: to begin another one would be refused. */
    Finding goingOnWith(HumanStep step) {
        if (!next.equals(Optional.of(NEW_TOKEN))) {
            return this;
        }
        boolean newToken = failure.filter(one -> one.fix().startsWith("Create a new token"))
                .isPresent();
        Optional<Failure> mended = newToken
                ? failure.map(one -> one.mendedBy("A rotation is under way already: go on with it."))
                : failure;
        return new Finding(aspect, grade, detail, mended, Optional.of(step));
    }

    Finding withNext(HumanStep step) {
        return new Finding(aspect, grade, detail, failure, Optional.of(step));
    }

    Finding withoutNext() {
        return new Finding(aspect, grade, detail, failure, Optional.empty());
    }

    /** What a command that found only this would end with. */
    int exitCode() {
        return switch (grade) {
            case OK, WARN -> FailureKind.SUCCESS.exitCode();
            case DUE -> FailureKind.ROTATION_DUE.exitCode();
            case FAILED -> failure.map(Failure::exitCode).orElse(FailureKind.INTERNAL.exitCode());
        };
    }
}
