package dev.codexrunner.preflight;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.config.Setting;
import dev.codexrunner.config.SettingCatalogue;
import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Secrets whatever their length, and whatever their names say: {@code CODEX_RUNNER_VAULT_SECRET_ID}. */
    private static final Set<String> OWN_VARIABLES = Stream.concat(
                    Stream.of("CODEX_ACCESS_TOKEN", "CODEX_API_KEY", "OPENAI_API_KEY", "VAULT_TOKEN", "BAO_TOKEN"),
                    SettingCatalogue.all().stream().filter(Setting::secret).map(Setting::variable))
            .collect(Collectors.toUnmodifiableSet());

    private KnownSecrets() {}

    /** Those of the configuration, of the files that it names, and of the environment. */
    public static List<Secret> of(RunnerConfig config, Map<String, String> environment) {
        VaultLoginConfig login = config.vault().login();
        List<Secret> secrets = new ArrayList<>();
        Stream.of(login.vaultToken(), login.vaultSecretId(), login.vaultJwt(), login.vaultPassword())
                .flatMap(Optional::stream)
                .forEach(secrets::add);
        config.telemetry()
                .otelHeaders()
                .map(Secret::reveal)
                .or(() -> config.telemetry().otelHeadersFile().flatMap(KnownSecrets::content))
                .ifPresent(headers -> secrets.addAll(ofHeaders(headers)));
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
        secrets.addAll(ofVariables(environment));
        return secrets;
    }

    /** The values of {@code name=value,name=value}, as sent and as written down: each by itself, since a collector's log has
     * them so. */
    private static List<Secret> ofHeaders(String headers) {
        return Stream.of(headers.split(",", -1))
                .map(header -> header.substring(header.indexOf('=') + 1).strip())
                .filter(value -> value.length() >= SHORTEST_VARIABLE)
                .flatMap(value -> Stream.of(value, decoded(value)).distinct())
                .map(value -> Secret.of("otel-headers", value))
                .toList();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }

    /** Those of the environment: the variables that the runner itself reads, and those whose names say it. */
    public static List<Secret> ofVariables(Map<String, String> environment) {
        List<Secret> secrets = new ArrayList<>();
        environment.forEach((name, value) -> {
            String text = value.strip();
            if (!text.isEmpty() && (OWN_VARIABLES.contains(name) || isSecret(name, text))) {
                secrets.add(Secret.of(name, text));
            }
        });
        return List.copyOf(secrets);
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
