package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a secret id out of its wrapping token, after a look at where the token comes from: whoever got hold of the real
 * one can unwrap it and pass on another that they made.
 *
 * @param settings the login's
 * @param connection to the server
 */
record WrappedSecretId(LoginSettings settings, VaultConnection connection) {

    Secret unwrap(Secret wrappingToken) {
        checkOrigin(wrappingToken);
        LoginAnswer answer =
                new LoginAnswer(connection.unwrap(wrappingToken), settings.shown(), List.of(wrappingToken));
        if (!answer.accepted()) { // it was alive a moment ago
            throw VaultLoginFailure.VAULT_UNWRAP_INCIDENT
                    .with(answer.login(), answer.words())
                    .asException();
        }
        String secretId = answer.reply().data().path("secret_id").asString("");
        if (secretId.isBlank()) {
            throw VaultLoginFailure.VAULT_WRAPPED_SOMETHING_ELSE
                    .with(answer.login())
                    .asException();
        }
        return Secret.of("vault-secret-id", secretId);
    }

    /** Looking a wrapping token up does not use it up. */
    private void checkOrigin(Secret wrappingToken) {
        LoginAnswer answer =
                new LoginAnswer(connection.lookUpWrapping(wrappingToken), settings.shown(), List.of(wrappingToken));
        if (!answer.accepted()) {
            throw VaultLoginFailure.VAULT_WRAPPING_TOKEN_SPENT
                    .with(answer.login(), answer.words())
                    .asException();
        }
        String made = answer.reply().data().path("creation_path").asString("");
        if (!madeByTheRole(made)) {
            throw VaultLoginFailure.VAULT_WRAPPING_ORIGIN_INCIDENT
                    .with(answer.login(), made.isEmpty() ? "(unknown)" : VaultText.clean(made))
                    .asException();
        }
    }

    private boolean madeByTheRole(String creationPath) {
        String namespace = Pattern.quote(connection.namespace().orElse("").replaceAll("^/+|/+$", "") + "/");
        String mount = Pattern.quote("auth/" + settings.mount());
        return creationPath.matches("(?:" + namespace + ")?" + mount + "/role/[^/]+/(?:custom-)?secret-id");
    }
}
