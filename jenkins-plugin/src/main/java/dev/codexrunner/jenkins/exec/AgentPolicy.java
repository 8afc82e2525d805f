package dev.codexrunner.jenkins.exec;

import hudson.AbortException;
import hudson.model.Label;
import hudson.model.Node;
import java.util.ArrayList;
import java.util.List;

/** On which agents the policy lets runs have a token. */
public final class AgentPolicy {

    private AgentPolicy() {}

    /** @throws AbortException where the node does not satisfy each of the label expressions */
    public static void require(String step, Node node, List<String> labels) throws AbortException {
        List<String> refusals = new ArrayList<>();
        for (String expression : labels) {
            if (!satisfies(node, expression)) {
                refusals.add(Messages.AgentPolicy_label(node.getDisplayName(), expression));
            }
        }
        Refusal.throwIfAny(step, List.of(), refusals);
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
