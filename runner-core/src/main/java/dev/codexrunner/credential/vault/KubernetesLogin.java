package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pod's service account token, which the kubelet keeps fresh in a file. */
record KubernetesLogin(LoginSettings settings) implements VaultLogin {

    static final Path SERVICE_ACCOUNT_TOKEN = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    @Override
    public VaultToken logIn(VaultConnection connection) {
        String role = settings.required(settings.config().vaultRole(), "a role (--vault-role)");
        Optional<Path> file = settings.config().vaultJwtFile().or(() -> Optional.of(SERVICE_ACCOUNT_TOKEN));
        Secret jwt = settings.requiredSecret(
                settings.config().vaultJwt(), file, "service account token", "a token (--vault-jwt-file)");
        VaultReply reply = connection.loginByJwt(settings.mount(), Optional.of(role), jwt);
        LoginAnswer answer = new LoginAnswer(reply, settings.shown(), List.of(jwt));
        return answer.tokenOr(JwtRefusals.of(answer, Optional.of(role)));
    }
}
