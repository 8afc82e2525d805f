package dev.codexrunner.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Seen;
import java.nio.file.Path;

/**
 * What one start of the jar came to.
 *
 * @param codexStarted whether {@code codex exec} was reached
 * @param peakMebibytes most memory that was resident, as the system counts it; 0 where the run was too short to look
 */
record JarRun(int exitCode, String stdout, String stderr, Path report, boolean codexStarted, long peakMebibytes) {

    /** It ended by itself with that code, named that failure, and said what, why and what to do. */
    void isRefused(int code, String failure, Seen seen) {
        speaksForItself();
        assertThat(exitCode).as(stderr).isEqualTo(code);
        assertThat(stderr).contains("why:", "fix:", failure + ", docs/troubleshooting.md#" + failure + "]");
        assertThat(codexStarted).as("codex started").isFalse();
        seen.exit(code).that(failure).that("codex not started");
    }

    /** No bug of ours, no frame of a stack, no exception's name. */
    void speaksForItself() {
        assertThat(stderr)
                .doesNotContain("bug of codex-runner")
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("    at ");
        assertThat(exitCode).as(stderr).isNotEqualTo(1);
    }
}
