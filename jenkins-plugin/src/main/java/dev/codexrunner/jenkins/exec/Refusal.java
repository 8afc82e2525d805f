package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Everything that is wrong with a step at once, in the runner's own terms. */
@Restricted(NoExternalUse.class)
public final class Refusal {

    private Refusal() {}

    /**
     * Ends a step that must not run; nothing has been fetched yet.
     *
     * @param problems of what is asked for: the runner would end with {@code config}
     * @param refusals of the policy: it would end with {@code policy}
     */
    public static void throwIfAny(List<String> problems, List<String> refusals) throws PluginFailureException {
        if (problems.isEmpty() && refusals.isEmpty()) {
            return;
        }
        String all = Stream.concat(problems.stream(), refusals.stream())
                .map(line -> "\n - " + line)
                .collect(Collectors.joining());
        throw new PluginFailureException(
                problems.isEmpty() ? PluginFailure.STEP_REFUSED : PluginFailure.STEP_INVALID, all + "\n");
    }
}
