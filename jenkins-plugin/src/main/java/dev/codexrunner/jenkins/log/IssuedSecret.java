package dev.codexrunner.jenkins.log;

import dev.codexrunner.secret.Secret;

/**
 * A secret that no id brings back, such as an id token that was issued for one run. As Jenkins stores credentials it is
 * stored with the build: encrypted with the controller's own key.
 */
final class IssuedSecret {

    private final String name;
    private final hudson.util.Secret value;

    IssuedSecret(Secret secret) {
        name = secret.name();
        value = hudson.util.Secret.fromString(secret.reveal());
    }

    Secret secret() {
        return Secret.of(name, value.getPlainText());
    }
}
