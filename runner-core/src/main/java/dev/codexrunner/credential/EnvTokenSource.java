package dev.codexrunner.credential;

import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.secret.Secret;
import java.util.Map;

/** Takes the token from an environment variable. */
public final class EnvTokenSource implements TokenSource {

    private final String variable;
    private final Map<String, String> env;

    public EnvTokenSource(String variable, Map<String, String> env) {
        this.variable = variable;
        this.env = env;
    }

    @Override
    public FetchedToken fetch() {
        if (!env.containsKey(variable)) {
            throw TokenSourceFailure.TOKEN_VARIABLE_UNSET.with(variable).asException();
        }
        String value = env.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw TokenSourceFailure.TOKEN_VARIABLE_EMPTY.with(variable).asException();
        }
        return new FetchedToken(Secret.of("access-token", value), CredentialOrigin.of(TokenSourceKind.ENV));
    }
}
