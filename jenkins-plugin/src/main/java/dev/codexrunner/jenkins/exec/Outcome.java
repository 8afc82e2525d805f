package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.result.BuildEffect;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What came of a command.
 *
 * @param message for the log and for the build's result, where the effect is not to go on
 * @param result what the step returns
 */
@Restricted(NoExternalUse.class)
public record Outcome(BuildEffect effect, String message, Map<String, @Nullable Object> result) {

    boolean isFailure() {
        return !Boolean.TRUE.equals(result.get("success"));
    }
}
