package dev.codexrunner.rotation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of the audit trail.
 *
 * @param at when
 * @param step which step
 * @param version the version that it was about: of the pending path for stage and verify, else of the live path
 * @param outcome what came of it
 * @param code the failure's code, as in docs/troubleshooting.md
 * @param by Vault's word for who did it, and the machine
 * @param detail a sentence. Never a secret
 */
public record StepLine(
        Instant at,
        RotationStep step,
        OptionalInt version,
        StepOutcome outcome,
        Optional<String> code,
        String by,
        Optional<String> detail) {

    private static final int LONGEST = 240;

    public StepLine {
        by = clipped(by);
        detail = detail.map(StepLine::clipped);
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
