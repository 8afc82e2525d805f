package dev.codexrunner.outcome;

import dev.codexrunner.config.FailOn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run must have delivered beyond codex's own verdict.
 *
 * @param schema the check that the final message must pass
 * @param missingOutputs what {@code --require} asked for and isn't there, each with the reason
 * @param failOn what fails the run although codex passes over it
 */
public record Requirements(Optional<OutputSchema> schema, List<String> missingOutputs, Set<FailOn> failOn) {

    public static final Requirements NONE = new Requirements(Optional.empty(), List.of(), Set.of());

    public Requirements {
        missingOutputs = List.copyOf(missingOutputs);
        failOn = Set.copyOf(failOn);
    }
}
