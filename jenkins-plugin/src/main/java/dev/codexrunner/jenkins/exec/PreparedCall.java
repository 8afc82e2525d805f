package dev.codexrunner.jenkins.exec;

import dev.codexrunner.secret.Secret;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What is to be started.
 *
 * @param script for the agent's shell; no secret is in it
 * @param environment what is laid over the agent's own variables; an empty value takes one away
 * @param secrets by the variable that the runner looks for them in
 */
@Restricted(NoExternalUse.class)
public record PreparedCall(String script, Map<String, String> environment, Map<String, Secret> secrets) {

    public PreparedCall {
        environment = Map.copyOf(environment);
        secrets = Map.copyOf(secrets);
    }

    /** All variables, the secrets among them. */
    Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>(environment);
        secrets.forEach((variable, secret) -> all.put(variable, secret.reveal()));
        return all;
    }
}
