package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an intent came to.
 *
 * @param liveVersion the live version that its token got; empty where it did not go live, or none was to be written
 * @param objection why it was given up, where that is a failure of its own
 */
record IntentEnd(OptionalInt liveVersion, Optional<Failure> objection) {

    static final IntentEnd NOT_LIVE = new IntentEnd(OptionalInt.empty(), Optional.empty());

    static IntentEnd live(int version) {
        return new IntentEnd(OptionalInt.of(version), Optional.empty());
    }

    static IntentEnd refused(Failure failure) {
        return new IntentEnd(OptionalInt.empty(), Optional.of(failure));
    }
}
