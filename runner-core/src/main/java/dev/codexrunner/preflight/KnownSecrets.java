package dev.codexrunner.preflight;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every secret that the runner can see before it asks Vault, for the redactor: the agent may come upon the same files and
 * print them.
 */
public final class KnownSecrets {

    private static final int LARGEST_FILE_BYTES = 64 * 1024;

    /** Shorter values are words, counts and switches more often than secrets. */
    private static final int SHORTEST_VARIABLE = 12;

    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY).*",
            Pattern.CASE_INSENSITIVE);

    /** Such a variable names a place, and masking the place would make the log unreadable. */
    private static final Pattern NAME_OF_A_PLACE = Pattern.compile(
            ".*_(FILE|PATH|DIR|HOME|URL|URI|ADDR|HOST|ENDPOINT|NAME|(?<!SECRET_)ID)$", Pattern.CASE_INSENSITIVE);

    private KnownSecrets() {}

    /** Those of the configuration, of the files that it names, and of the environment. */
    public static List<Secret> of(RunnerConfig config, Map<String, String> environment) {
        VaultLoginConfig login = config.vault().login();
        List<Secret> secrets = new ArrayList<>();
        Stream.of(login.vaultToken(), login.vaultSecretId(), login.vaultJwt(), login.vaultPassword())
                .flatMap(Optional::stream)
                .forEach(secrets::add);
        Map<String, Optional<Path>> files = Map.of(
                "vault-token", login.vaultTokenFile(),
                "vault-secret-id", login.vaultSecretIdFile(),
                "vault-jwt", login.vaultJwtFile(),
                "vault-password", login.vaultPasswordFile(),
                "vault-client-key", config.vault().vaultClientKey(),
                "token-file", config.token().tokenFile(),
                "fingerprint-key", config.token().fingerprintKeyFile());
        files.forEach((name, file) -> file.flatMap(KnownSecrets::content)
                .filter(content -> !content.isBlank())
                .ifPresent(content -> secrets.add(Secret.of(name, content))));
        environment.forEach((name, value) -> {
            if (isSecret(name, value.strip())) {
                secrets.add(Secret.of(name, value.strip()));
            }
        });
        return secrets;
    }

    private static boolean isSecret(String name, String value) {
        return SECRET_NAME.matcher(name).matches()
                && !NAME_OF_A_PLACE.matcher(name).matches()
                && value.length() >= SHORTEST_VARIABLE
                && !value.startsWith("/")
                && !value.contains("://");
    }

    /** Empty where it can't be read: whoever needs the file says so. */
    private static Optional<String> content(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LARGEST_FILE_BYTES), StandardCharsets.UTF_8).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
