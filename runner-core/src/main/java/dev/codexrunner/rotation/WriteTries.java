package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;

/** How often one write by check-and-set is tried again before the step gives up. */
final class WriteTries {

    /** Each costs up to --vault-timeout. */
    private static final int LOST_ANSWERS = 3;

    /** Each means that somebody else's write won, so that this is reached only where Vault contradicts itself. */
    private static final int LOSSES = 200;

    private final RotationPaths paths;
    private final String written;
    private final String consequence;
    private int lostAnswers;
    private int losses;

    /**
     * @param written the path that is written
     * @param consequence a sentence: what is not known, or not done, where answers stay lost
     */
    WriteTries(RotationPaths paths, String written, String consequence) {
        this.paths = paths;
        this.written = written;
        this.consequence = consequence;
    }

    /**
     * Counts one that did not succeed.
     *
     * @throws FailureException why Vault does not answer, or ROTATION_WRITES_LOST
     */
    void failed(WriteResult result) {
        if (result instanceof WriteResult.Unknown unknown && ++lostAnswers == LOST_ANSWERS) {
            Failure failure = unknown.failure();
            throw failure.because((failure.why() + " " + consequence).strip()).asException();
        }
        if (result instanceof WriteResult.CasLost && ++losses == LOSSES) {
            throw RotationFailure.ROTATION_WRITES_LOST
                    .with(paths, written, losses)
                    .asException();
        }
    }
}
