package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;

/** What the state of a rotation says to a step. */
sealed interface Ruling {

    /** It may be done. */
    record Proceed() implements Ruling {}

    /**
     * It was done before.
     *
     * @param outcome one clause
     */
    record Repeated(String outcome) implements Ruling {}

    /** It is out of order. */
    record Refused(Failure failure) implements Ruling {}
}
