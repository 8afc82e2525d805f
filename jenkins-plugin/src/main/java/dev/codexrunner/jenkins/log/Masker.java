package dev.codexrunner.jenkins.log;

import java.io.OutputStream;

/** What stands between a log and who writes to it. */
@FunctionalInterface
interface Masker {

    /** A stream that passes on to {@code log} what is no secret; closing it passes on what was held back. */
    OutputStream masking(OutputStream log);
}
