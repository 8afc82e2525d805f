package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;

/** How a check-and-set write ended. */
public sealed interface WriteResult {

    /**
     * It is there.
     *
     * @param version number of the new version
     */
    record Written(int version) implements WriteResult {}

    /** The latest version is another than expected: nothing was written. */
    record CasLost() implements WriteResult {}

    /**
     * The request left, and no answer tells what became of it: it may have been carried out, or may be soon. Only
     * reading tells.
     *
     * @param failure what happened to the answer
     */
    record Unknown(Failure failure) implements WriteResult {}
}
