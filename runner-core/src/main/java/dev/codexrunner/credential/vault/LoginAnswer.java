package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.vault.VaultToken.Ownership;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a login.
 *
 * @param reply as Vault sent it
 * @param login the login for messages
 * @param sent what we sent in confidence: Vault's words may repeat it, ours may not
 */
record LoginAnswer(VaultReply reply, String login, List<Secret> sent) {

    boolean accepted() {
        return reply.status() == 200;
    }

    /** Vault's own words, fit for a message. */
    String words() {
        String words = VaultText.clean(reply.words(), sent);
        return words.isEmpty() ? "status " + reply.status() : words;
    }

    /** The token of an accepted login. */
    VaultToken token() {
        JsonNode auth = reply.json().path("auth");
        String token = auth.path("client_token").asString("");
        if (token.isBlank()) {
            throw (auth.path("mfa_requirement").isObject()
                            ? VaultLoginFailure.VAULT_MFA_REQUIRED
                            : VaultLoginFailure.VAULT_LOGIN_WITHOUT_TOKEN)
                    .with(login)
                    .asException();
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) { // the driver would show it in its exception
            throw VaultLoginFailure.VAULT_LOGIN_TOKEN_MALFORMED.with(login).asException();
        }
        boolean batch = auth.path("token_type").asString("").equals("batch");
        return new VaultToken(
                Secret.of("vault-token", token),
                batch ? Ownership.OURS_BATCH : Ownership.OURS,
                auth.path("lease_duration").asLong(0),
                auth.path("renewable").asBoolean(false));
    }

    /**
     * The token, or why there is none: what every method has in common, and else what this one makes of it.
     *
     * @param refusal the method's own reading of a refusal
     */
    VaultToken tokenOr(Failure refusal) {
        if (accepted()) {
            return token();
        }
        boolean noMount = reply.status() == 404
                || reply.says("no handler for route")
                || reply.says("unsupported path")
                || reply.says("unsupported operation");
        throw (noMount ? VaultLoginFailure.VAULT_LOGIN_MOUNT_NOT_FOUND.with(login, words()) : refusal).asException();
    }
}
