package dev.codexrunner.jenkins.log;

import dev.codexrunner.jenkins.masking.MaskingStream;
import java.io.OutputStream;

/** What stands between a log and who writes to it. */
@FunctionalInterface
interface Masker {

    /** A stream that passes on to {@code log} what is no secret; closing it passes on what was held back. */
    MaskingStream masking(OutputStream log);

    /** Those who write to the same log, so that their lines stay in order, and none is held beyond the build's end. */
    default OpenLogs openLogs() {
        return new OpenLogs();
    }
}
