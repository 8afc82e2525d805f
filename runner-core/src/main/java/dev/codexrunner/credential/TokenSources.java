package dev.codexrunner.credential;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.TokenConfig;
import dev.codexrunner.config.TokenSourceKind;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The one place where a token source registers: a constant of {@link TokenSourceKind} and a line here; the compiler
 * asks for the line.
 */
public final class TokenSources {

    private TokenSources() {}

    /**
     * The source that the configuration names.
     *
     * @param env the runner's environment
     * @param stdin read only where the source is standard input
     * @param vault asked only where the source is Vault; passed in, since Vault needs much that the others don't
     * @throws dev.codexrunner.failure.FailureException {@link ConfigFailure#TOKEN_FILE_NOT_GIVEN}
     */
    public static TokenSource of(
            TokenConfig config, Map<String, String> env, InputStream stdin, Supplier<? extends TokenSource> vault) {
        return switch (config.tokenSource()) {
            case ENV -> new EnvTokenSource(config.tokenEnv(), env);
            case FILE ->
                new FileTokenSource(config.tokenFile()
                        .orElseThrow(() -> ConfigFailure.TOKEN_FILE_NOT_GIVEN
                                .with("--token-source")
                                .asException()));
            case STDIN -> new StdinTokenSource(stdin);
            case VAULT -> vault.get();
        };
    }
}
