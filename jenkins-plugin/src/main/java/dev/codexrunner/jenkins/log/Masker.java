package dev.codexrunner.jenkins.log;

import java.io.OutputStream;

/** What stands between a log and who writes to it. */
@FunctionalInterface
interface Masker {

    /** A stream that passes on to {@code log} what is no secret; closing it passes on what was held back. */
    OutputStream masking(OutputStream log);

    /** Told of each log that begins to hold back text, so that none is held beyond the build's end. */
    default void begins(BuildLog log) {}
}
