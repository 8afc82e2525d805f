package dev.codexrunner.config;

import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * A configuration as it was found, problems included; for showing it, not for running.
 *
 * @param values where each came from, in the catalogue's order; a wrong one as it was written
 * @param warnings what was passed over, one sentence each
 * @param problems everything that is wrong, as one failure
 */
public record ExaminedConfig(List<EffectiveValue> values, List<String> warnings, Optional<Failure> problems) {}
