package dev.codexrunner.preflight;

import dev.codexrunner.config.TriggerRisk;
import dev.codexrunner.failure.WireName;

/**
 * One reason not to trust a trigger.
 *
 * @param risk its name
 * @param evidence what it was told by, as a clause: "the pull request comes from stranger/fork"
 */
public record TriggerFinding(TriggerRisk risk, String evidence) {

    /** As the switch takes it. */
    public String riskName() {
        return WireName.dashed(risk);
    }
}
