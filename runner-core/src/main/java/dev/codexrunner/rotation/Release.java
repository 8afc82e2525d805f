package dev.codexrunner.rotation;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;

/** Whether a token may be written to the live path now. */
sealed interface Release {

    /** It may be. */
    record Granted(Secret token) implements Release {}

    /**
     * It is not there any more, or was proven too long ago.
     *
     * @param why one clause
     */
    record Lapsed(String why) implements Release {}

    /** It was asked about once more, and is not what the journal says. */
    record Disproven(Failure failure) implements Release {}
}
