package dev.codexrunner.credential.vault;

import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.Optional;

/** A JWT that the CI issued for this job. Without a role the mount's default role decides. */
record JwtLogin(LoginSettings settings) implements VaultLogin {

    @Override
    public VaultToken logIn(VaultConnection connection) {
        Secret jwt = settings.requiredSecret(
                settings.config().vaultJwt(), settings.config().vaultJwtFile(), "JWT", "a JWT (--vault-jwt-file)");
        Optional<String> role = settings.config().vaultRole();
        VaultReply reply = connection.loginByJwt(settings.mount(), role, jwt);
        LoginAnswer answer = new LoginAnswer(reply, settings.shown(), List.of(jwt));
        return answer.tokenOr(JwtRefusals.of(answer, role));
    }
}
