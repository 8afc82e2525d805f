package dev.codexrunner.credential.vault;

import dev.codexrunner.config.VaultLoginConfig;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a login may use, with secrets read from their files no sooner than they are needed.
 *
 * @param config the settings as given
 * @param mount where the method is mounted, without slashes at the ends and without {@code auth/}
 */
record LoginSettings(VaultLoginConfig config, String mount) {

    private static final int LARGEST_FILE = 64 * 1024;

    static LoginSettings of(VaultLoginConfig config) {
        String method = WireName.dashed(config.vaultAuth());
        String mount = config.vaultAuthMount()
                .map(name -> name.strip().replaceAll("^/+|/+$", ""))
                .map(name -> name.startsWith("auth/") ? name.substring("auth/".length()) : name)
                .filter(name -> !name.isEmpty())
                .orElse(method);
        return new LoginSettings(config, mount);
    }

    /** The login for messages, for instance {@code approle at auth/approle}. */
    String shown() {
        return WireName.dashed(config.vaultAuth()) + " at auth/" + VaultText.clean(mount);
    }

    /** A setting that is no secret. */
    String required(Optional<String> value, String setting) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(setting));
    }

    /** A secret from its variable, else from its file. */
    Secret requiredSecret(Optional<Secret> value, Optional<Path> file, String name, String setting) {
        return secret(value, file, name).orElseThrow(() -> missing(setting));
    }

    /**
     * A secret from its variable, else from its file. Line breaks around it are dropped: editors and {@code echo} leave
     * them. Inside they are refused: the driver would show the whole value in its exception.
     */
    Optional<Secret> secret(Optional<Secret> value, Optional<Path> file, String name) {
        if (value.isPresent() && !value.get().isBlank()) {
            return Optional.of(checked(value.get().reveal(), name, "The Vault login's " + name));
        }
        return file.map(path -> checked(read(path), name, path.toString()));
    }

    RuntimeException missing(String setting) {
        return VaultLoginFailure.VAULT_LOGIN_SETTING_MISSING
                .with(shown(), setting)
                .asException();
    }

    private static Secret checked(String raw, String name, String where) {
        boolean password = name.equals("password");
        String value = password ? raw.replaceAll("[\r\n]+$", "") : raw.strip();
        if (value.isEmpty()) {
            throw VaultLoginFailure.VAULT_LOGIN_VALUE_MALFORMED
                    .with(where, "is empty")
                    .asException();
        }
        // A password may hold anything that can be typed; the others travel in headers and hold no blanks.
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || (!password && (c <= ' ' || c > '~')))) {
            throw VaultLoginFailure.VAULT_LOGIN_VALUE_MALFORMED
                    .with(where, "holds a line break, blank or other character that no " + name + " has")
                    .asException();
        }
        return Secret.of("vault-" + name.replace(' ', '-'), value);
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw unreadable(file, "it is larger than " + LARGEST_FILE + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "it does not exist");
        } catch (AccessDeniedException e) {
            throw unreadable(file, "permission denied");
        } catch (IOException e) {
            throw unreadable(file, Files.isDirectory(file) ? "it is a directory" : "an I/O error occurred");
        }
    }

    private static RuntimeException unreadable(Path file, String why) {
        return VaultLoginFailure.VAULT_LOGIN_FILE_UNREADABLE.with(file, why).asException();
    }
}
