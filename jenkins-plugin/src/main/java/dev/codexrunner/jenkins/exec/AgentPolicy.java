package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Label;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** On which agents the policy lets runs have a token. */
@Restricted(NoExternalUse.class)
public final class AgentPolicy {

    private AgentPolicy() {}

    /** @throws PluginFailureException where the node does not satisfy each of the label expressions */
    public static void require(Node node, List<String> labels) throws PluginFailureException {
        List<String> refusals = new ArrayList<>();
        for (String expression : labels) {
            if (!satisfies(node, expression)) {
                refusals.add(PluginFailure.AGENT_WITHOUT_LABEL
                        .with(node.getDisplayName(), expression)
                        .inWords());
            }
        }
        Refusal.throwIfAny(List.of(), refusals);
    }

    /** An expression that can't be read is satisfied by none. */
    private static boolean satisfies(Node node, String expression) {
        try {
            return Label.parseExpression(expression).matches(node);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
