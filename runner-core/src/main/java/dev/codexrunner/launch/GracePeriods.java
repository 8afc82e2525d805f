package dev.codexrunner.launch;

import java.time.Duration;

/**
 * How long each step of ending a process tree may take. The sum is the bound that the runner keeps between a signal and
 * its own exit, together with Vault's part.
 *
 * @param interrupt from INT to TERM; codex writes its rollout file in this time
 * @param terminate from TERM to KILL
 * @param leftovers from TERM to KILL, for processes that outlived codex
 * @param drain for reading what is left in the pipes, when the runner ended the process
 * @param drainAfterExit the same, when the process ended by itself and nobody is waiting
 */
public record GracePeriods(
        Duration interrupt, Duration terminate, Duration leftovers, Duration drain, Duration drainAfterExit) {

    /** At most five seconds from a signal to the end: leftovers count four times, twice for codex and twice after it. */
    public static GracePeriods standard() {
        return new GracePeriods(
                Duration.ofMillis(1500),
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofMillis(1000),
                Duration.ofMillis(5000));
    }
}
