package dev.codexrunner.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold between settings where a rotation is asked for: there the live token is always Vault's. */
final class RotationRules {

    private final SettingValues values;
    private final ConfigSources sources;
    private final Problems problems;
    private final List<String> warnings;

    RotationRules(SettingValues values, ConfigSources sources, Problems problems, List<String> warnings) {
        this.values = values;
        this.sources = sources;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check() {
        new VaultRules(values, problems).checkServer();
        VaultVariables.check(sources.environment(), values.given(VaultSettings.VAULT_ADDR), problems, warnings);
        latestOfManyVersions();
        switch (sources.purpose()) {
            case STAGING -> {
                path();
                needed(RotationSettings.OWNER, "Somebody must be found when the token is to be replaced or revoked.");
                needed(RotationSettings.TOKEN_NAME, "The page where tokens are revoked lists them by their names.");
            }
            case ROTATION -> path();
            case ROTATION_CHECK -> {
                pathOrPaths();
                thresholds();
            }
            default -> throw new IllegalStateException("no rotation: " + sources.purpose());
        }
    }

    private void latestOfManyVersions() {
        if (values.given(VaultSecretSettings.VAULT_SECRET_VERSION)) {
            problems.add(ConfigFailure.ROTATION_OF_FIXED_VERSION, place(VaultSecretSettings.VAULT_SECRET_VERSION));
        }
        if (values.find(VaultSecretSettings.VAULT_KV_VERSION).equals(Optional.of(KvVersion.V1))) {
            problems.add(ConfigFailure.ROTATION_WITHOUT_KV2, place(VaultSecretSettings.VAULT_KV_VERSION));
        }
    }

    private void path() {
        needed(VaultSecretSettings.VAULT_PATH, "There is no default place for the token.");
    }

    private void pathOrPaths() {
        boolean one = values.given(VaultSecretSettings.VAULT_PATH);
        boolean several = values.given(RotationCheckSettings.PATHS_FILE);
        if (one && several) {
            problems.add(
                    ConfigFailure.ROTATION_PATH_TWICE,
                    place(VaultSecretSettings.VAULT_PATH),
                    place(RotationCheckSettings.PATHS_FILE));
        } else if (!one && !several) {
            problems.add(
                    ConfigFailure.ROTATION_SETTING_MISSING,
                    "--vault-path or --paths-file",
                    "There is no default place for a token.");
        }
    }

    /** Only a given threshold is wrong; the default of the other one may just not fit it. */
    private void thresholds() {
        Optional<Duration> warn = values.find(RotationCheckSettings.ROTATION_WARN);
        Optional<Duration> fail = values.find(RotationCheckSettings.ROTATION_FAIL);
        if (warn.isPresent() && fail.isPresent() && fail.get().compareTo(warn.get()) > 0) {
            problems.add(
                    ConfigFailure.ROTATION_FAIL_BEFORE_WARN,
                    place(RotationCheckSettings.ROTATION_FAIL),
                    Durations.format(fail.get()),
                    Durations.format(warn.get()));
        }
    }

    private void needed(Setting<?> setting, String why) {
        if (!values.given(setting)) {
            problems.add(ConfigFailure.ROTATION_SETTING_MISSING, place(setting), why);
        }
    }

    private String place(Setting<?> setting) {
        return values.given(setting)
                ? values.origin(setting).describe()
                : setting.flag().orElse(setting.variable());
    }
}
