package dev.codexrunner.config;

import java.util.List;

/**
 * A configuration without problems.
 *
 * @param config the values
 * @param values where each came from, in the catalogue's order
 * @param warnings what was passed over, one sentence each
 */
public record ResolvedConfig(RunnerConfig config, List<EffectiveValue> values, List<String> warnings) {}
