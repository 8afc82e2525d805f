package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Role id and, where the role wants one, secret id; the latter bare or inside a response-wrapping token. */
record AppRoleLogin(LoginSettings settings) implements VaultLogin {

    @Override
    public VaultToken logIn(VaultConnection connection) {
        String roleId = settings.required(settings.config().vaultRoleId(), "a role id (--vault-role-id)");
        Optional<Secret> given = settings.secret(
                settings.config().vaultSecretId(), settings.config().vaultSecretIdFile(), "secret id");
        if (settings.config().vaultWrapped() && given.isEmpty()) {
            throw settings.missing("a wrapping token (--vault-secret-id-file)");
        }
        Optional<Secret> secretId = settings.config().vaultWrapped()
                ? given.map(token -> new WrappedSecretId(settings, connection).unwrap(token))
                : given;
        VaultReply reply = connection.loginByAppRole(settings.mount(), roleId, secretId);
        LoginAnswer answer = new LoginAnswer(
                reply, settings.shown(), List.copyOf(secretId.stream().toList()));
        return answer.tokenOr(refusal(answer, secretId.isPresent()));
    }

    /** A wrapped secret id comes out of its wrapping once. */
    @Override
    public boolean repeatable() {
        return !settings.config().vaultWrapped();
    }

    private static Failure refusal(LoginAnswer answer, boolean hadSecretId) {
        if (!hadSecretId && answer.reply().says("missing secret_id")) {
            return VaultLoginFailure.VAULT_SECRET_ID_MISSING.with(answer.login(), answer.words());
        }
        if (answer.reply().says("cidr") || answer.reply().says("source address")) {
            return VaultLoginFailure.VAULT_LOGIN_ADDRESS_REFUSED.with(answer.login(), answer.words());
        }
        // Vault says the same of a wrong role id, and of a secret id that is wrong, expired or used up.
        return answer.reply().status() == 400
                ? VaultLoginFailure.VAULT_ROLE_OR_SECRET_ID_INVALID.with(answer.login(), answer.words())
                : VaultLoginFailure.VAULT_LOGIN_DENIED.with(answer.login(), answer.words());
    }
}
