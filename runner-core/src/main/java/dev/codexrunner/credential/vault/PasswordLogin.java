package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.util.List;

/** User name and password: {@code userpass} and {@code ldap}, which differ in their mount only. */
record PasswordLogin(LoginSettings settings) implements VaultLogin {

    @Override
    public VaultToken logIn(VaultConnection connection) {
        String user = settings.required(settings.config().vaultUsername(), "a user name (--vault-username)");
        Secret password = settings.requiredSecret(
                settings.config().vaultPassword(),
                settings.config().vaultPasswordFile(),
                "password",
                "a password (--vault-password-file)");
        VaultReply reply = connection.loginByPassword(settings.mount(), user, password);
        LoginAnswer answer = new LoginAnswer(reply, settings.shown(), List.of(password));
        return answer.tokenOr(
                answer.reply().status() == 400
                        ? VaultLoginFailure.VAULT_PASSWORD_WRONG.with(answer.login(), answer.words())
                        : VaultLoginFailure.VAULT_LOGIN_DENIED.with(answer.login(), answer.words()));
    }
}
