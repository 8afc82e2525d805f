package dev.codexrunner.config;

import java.util.Optional;
import java.util.Set;

/**
 * Whose word the run takes: who may trigger it, and whose instructions reach the agent.
 *
 * @param allowUntrustedTrigger the risks of the trigger that were accepted, each by its name
 * @param teamConfig where the repository's own instructions come from
 * @param teamConfigBase the protected commit for {@link TeamConfigMode#BASE}: its full hash, or a ref
 */
public record TrustConfig(
        Set<TriggerRisk> allowUntrustedTrigger, TeamConfigMode teamConfig, Optional<String> teamConfigBase) {}
