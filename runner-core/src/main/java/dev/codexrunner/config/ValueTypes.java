package dev.codexrunner.config;

import dev.codexrunner.failure.WireName;
import dev.codexrunner.secret.Secret;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types that settings have. */
final class ValueTypes {

    /** Those of other scripts look like letters to whoever reads the file. */
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern RUN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern COMMIT = Pattern.compile(
            "[0-9a-f]{40}|[0-9a-f]{64}|(?!.*(?:\\.\\.|//|/\\.|@\\{))[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.#+@-]+)+");
    private static final Pattern CODEX_SETTING = Pattern.compile("[^=\\s]+\\s*=.+", Pattern.DOTALL);

    private static final int LONGEST_GLOB = 1_000;

    private ValueTypes() {}

    static ValueType<String> text(String placeholder) {
        return new ValueType<>(placeholder, "text without line breaks", false, ValueTypes::oneLine);
    }

    static ValueType<String> name(String placeholder) {
        return new ValueType<>(
                placeholder,
                "a name without blanks",
                true,
                text -> oneLine(text).filter(name -> name.chars().noneMatch(Character::isWhitespace)));
    }

    static ValueType<String> runName() {
        return matching("NAME", "a name of at most 64 letters, digits, dots, hyphens and underscores", false, RUN_NAME);
    }

    static ValueType<String> variableName() {
        return matching(
                "NAME", "the name of an environment variable (letters, digits and underscores)", true, VARIABLE_NAME);
    }

    static ValueType<String> sha256() {
        return matching("DIGEST", "a SHA-256 digest of 64 hexadecimal digits", false, SHA256);
    }

    /** No short hash and no expression: both can come to mean another commit. */
    static ValueType<String> commit() {
        return matching(
                "COMMIT",
                "the full hash of a commit, a whole ref such as refs/heads/main, or a remote branch such as origin/main",
                false,
                COMMIT);
    }

    static ValueType<String> codexSetting() {
        return matching("KEY=VALUE", "a codex setting written key=value", false, CODEX_SETTING);
    }

    static ValueType<String> glob() {
        return new ValueType<>(
                "GLOB",
                "a pattern such as src/** or **/*.md, of at most " + LONGEST_GLOB + " characters",
                false,
                text -> oneLine(text).filter(glob -> !glob.isBlank() && glob.length() <= LONGEST_GLOB));
    }

    static ValueType<Path> path() {
        return new ValueType<>("PATH", "a path", false, text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException invalid) {
                return Optional.empty();
            }
        });
    }

    /** Kept as text: whoever asks Vault takes it apart, and its messages show it as it was written. */
    static ValueType<String> vaultPath() {
        return new ValueType<>(
                "PATH#FIELD",
                "mount and path, with #FIELD unless the field is " + VaultPath.DEFAULT_FIELD
                        + ", such as secret/ci/codex#access_token",
                false,
                text -> Optional.of(text).filter(path -> VaultPath.parse(path).isPresent()));
    }

    static ValueType<URI> address() {
        return new ValueType<>("URL", "an address such as https://vault.example.com:8200", false, Addresses::parse);
    }

    static ValueType<Secret> secret(String name) {
        return new ValueType<>("SECRET", "a secret", false, text -> Optional.of(Secret.of(name, text)));
    }

    static ValueType<Duration> duration(Duration least, Duration most) {
        String expectation = "a duration from %s to %s, such as 90s, 10m or 1h"
                .formatted(Durations.format(least), Durations.format(most));
        return new ValueType<>(
                "DURATION",
                expectation,
                false,
                text -> Durations.parse(text)
                        .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0));
    }

    static ValueType<StatedExpiry> expiry() {
        return new ValueType<>(
                "DATE|never",
                "a day such as 2027-03-01, a moment such as 2027-03-01T12:00:00Z, or never",
                false,
                StatedExpiry::parse);
    }

    static ValueType<Long> wholeNumber(long least, long most) {
        String range = most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        return new ValueType<>("N", "a whole number " + range, false, text -> {
            try {
                return Optional.of(text)
                        .filter(number -> DIGITS.matcher(number).matches())
                        .map(Long::parseLong)
                        .filter(value -> value >= least && value <= most);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        });
    }

    static ValueType<Boolean> bool() {
        return new ValueType<>("true|false", "true or false", false, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** One of the enum's constants, written in lower case with dashes. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String choices = constants.stream().map(ValueTypes::choiceText).collect(Collectors.joining("|"));
        return new ValueType<>(
                choices,
                "one of " + choices.replace("|", ", "),
                true,
                text -> constants.stream()
                        .filter(constant -> choiceText(constant).equals(text))
                        .findFirst());
    }

    /** How an enum's constant is written: {@code workspace-write}; a KV version is its number alone. */
    static String choiceText(Enum<?> constant) {
        return constant instanceof KvVersion version ? version.text() : WireName.dashed(constant);
    }

    /** Texts of one variable or argument that may hold several values. */
    static List<String> split(String text, boolean commaSeparated) {
        return Arrays.stream(text.split(commaSeparated ? "[,\\n]" : "\\n", -1))
                .map(String::strip)
                .toList();
    }

    private static Optional<String> oneLine(String text) {
        return Optional.of(text).filter(line -> line.chars().noneMatch(Character::isISOControl));
    }

    private static ValueType<String> matching(String placeholder, String expectation, boolean commas, Pattern shape) {
        return new ValueType<>(
                placeholder,
                expectation,
                commas,
                text -> Optional.of(text).filter(value -> shape.matcher(value).matches()));
    }
}
