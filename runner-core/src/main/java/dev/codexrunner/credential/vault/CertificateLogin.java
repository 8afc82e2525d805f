package dev.codexrunner.credential.vault;

import java.util.List;

/** The TLS client certificate that the connection shows; without a role Vault tries all. */
record CertificateLogin(LoginSettings settings) implements VaultLogin {

    @Override
    public VaultToken logIn(VaultConnection connection) {
        VaultReply reply = connection.loginByCertificate(
                settings.mount(), settings.config().vaultRole());
        LoginAnswer answer = new LoginAnswer(reply, settings.shown(), List.of());
        return answer.tokenOr(VaultLoginFailure.VAULT_CLIENT_CERT_REFUSED.with(answer.login(), answer.words()));
    }
}
