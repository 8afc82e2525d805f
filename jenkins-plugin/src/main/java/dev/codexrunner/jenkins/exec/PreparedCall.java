package dev.codexrunner.jenkins.exec;

import dev.codexrunner.secret.Secret;
import java.util.Map;

/**
 * What is to be started.
 *
 * @param script for the agent's shell; no secret is in it
 * @param secrets by the variable that the runner looks for them in
 */
public record PreparedCall(String script, Map<String, Secret> secrets) {

    public PreparedCall {
        secrets = Map.copyOf(secrets);
    }
}
