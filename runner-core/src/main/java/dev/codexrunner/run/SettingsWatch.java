package dev.codexrunner.run;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.events.Event;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.outcome.PolicyFallback;
import dev.codexrunner.outcome.StartFailure;
import java.util.List;
import java.util.Optional;

/**
 * Whether codex keeps to the sandbox that it was started with. A policy can change it in two ways: with a remark in the
 * stream, and without a word, so that only the rollout file tells. Thread-safe.
 */
final class SettingsWatch {

    /** Who allowed these has described the sandbox in his own words, which are not compared. */
    private static final List<String> OWN_PERMISSIONS = List.of("permissions", "default_permissions");

    private final Optional<String> asked;
    private volatile Optional<Failure> broken = Optional.empty();

    SettingsWatch(RunnerConfig config) {
        this.asked = Optional.of(config.codex().sandbox().flagValue())
                .filter(sandbox ->
                        OWN_PERMISSIONS.stream().noneMatch(config.policy().allowOverride()::contains));
    }

    /** Takes note of an event, and says whether codex is to be ended for it. */
    boolean broken(Event event) {
        return note(PolicyFallback.in(event));
    }

    /** The same of what the rollout file tells. */
    boolean broken(RolloutFacts facts) {
        return note(asked.filter(sandbox -> facts.sandbox()
                        .filter(inForce -> !inForce.equals(sandbox))
                        .isPresent())
                .map(sandbox -> StartFailure.POLICY_FALLBACK.with("nothing. The sandbox in force is "
                        + facts.sandbox().orElse("") + " instead of " + sandbox + ".")));
    }

    private boolean note(Optional<Failure> found) {
        if (broken.isEmpty() && found.isPresent()) {
            broken = found;
        }
        return found.isPresent();
    }

    /** Why the run is not the one that was asked for. */
    Optional<Failure> failure() {
        return broken;
    }
}
