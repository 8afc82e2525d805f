package dev.codexrunner.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must hold between settings. A setting that is itself wrong was reported already and counts as absent here. */
final class ConfigRules {

    private final SettingValues values;
    private final ConfigSources sources;
    private final Problems problems;
    private final List<String> warnings;

    ConfigRules(SettingValues values, ConfigSources sources, Problems problems, List<String> warnings) {
        this.values = values;
        this.sources = sources;
        this.problems = problems;
        this.warnings = warnings;
    }

    void check() {
        if (sources.purpose() == ConfigSources.Purpose.RECORDING) {
            return;
        }
        if (sources.purpose().isRotation()) {
            codexHome();
            timeouts();
            new RotationRules(values, sources, problems, warnings).check();
            return;
        }
        dangerousChoices();
        codexHome();
        teamConfig();
        timeouts();
        telemetry();
        if (sources.purpose() == ConfigSources.Purpose.RUN) {
            prompt();
        }
        tokenSource();
        if (source().filter(TokenSourceKind.VAULT::equals).isPresent()) {
            new VaultRules(values, problems).check();
            VaultVariables.check(sources.environment(), values.given(VaultSettings.VAULT_ADDR), problems, warnings);
        }
    }

    private void dangerousChoices() {
        if (is(CodexSettings.SANDBOX, Sandbox.DANGER_FULL_ACCESS) && !on(PolicySettings.ALLOW_DANGER_FULL_ACCESS)) {
            problems.add(ConfigFailure.DANGER_NOT_ALLOWED, place(CodexSettings.SANDBOX));
        }
        if (is(CodexSettings.LOGIN_MODE, LoginMode.STORED) && !on(PolicySettings.ALLOW_STORED_LOGIN)) {
            problems.add(ConfigFailure.STORED_LOGIN_NOT_ALLOWED, place(CodexSettings.LOGIN_MODE));
        }
    }

    private void codexHome() {
        for (Setting<?> needy : List.of(TaskSettings.RESUME, CodexSettings.PROFILE)) {
            if (values.given(needy) && !values.given(CodexSettings.CODEX_HOME)) {
                problems.add(ConfigFailure.NEEDS_CODEX_HOME, place(needy));
            }
        }
    }

    private void teamConfig() {
        boolean fromBase = is(TrustSettings.TEAM_CONFIG, TeamConfigMode.BASE);
        if (fromBase && !values.given(TrustSettings.TEAM_CONFIG_BASE)) {
            problems.add(ConfigFailure.TEAM_CONFIG_BASE_MISSING, place(TrustSettings.TEAM_CONFIG));
        }
        if (fromBase && values.given(CodexSettings.CODEX_HOME)) {
            problems.add(ConfigFailure.TEAM_CONFIG_NEEDS_PRIVATE_HOME, place(TrustSettings.TEAM_CONFIG));
        }
        if (!fromBase && values.given(TrustSettings.TEAM_CONFIG_BASE)) {
            problems.add(ConfigFailure.TEAM_CONFIG_BASE_UNUSED, place(TrustSettings.TEAM_CONFIG_BASE));
        }
    }

    private void telemetry() {
        values.optional(TelemetrySettings.OTEL_ENDPOINT)
                .filter(endpoint -> !Addresses.keepsSecrets(endpoint))
                .ifPresent(endpoint ->
                        problems.add(ConfigFailure.OTEL_PLAIN_HTTP, place(TelemetrySettings.OTEL_ENDPOINT)));
        if (!values.given(TelemetrySettings.OTEL_ENDPOINT)) {
            TelemetrySettings.ALL.stream()
                    .filter(values::given)
                    .forEach(setting -> problems.add(ConfigFailure.OTEL_SETTING_UNUSED, place(setting)));
        }
        if (values.given(TelemetrySettings.OTEL_HEADERS) && values.given(TelemetrySettings.OTEL_HEADERS_FILE)) {
            problems.add(ConfigFailure.OTEL_HEADERS_TWICE, place(TelemetrySettings.OTEL_HEADERS));
        }
    }

    /** Only a given idle timeout can be too long: a default one gives way to a shorter timeout by itself. */
    private void timeouts() {
        Optional<Duration> idle = values.find(LimitSettings.IDLE_TIMEOUT);
        Optional<Duration> overall = values.find(LimitSettings.TIMEOUT);
        if (values.given(LimitSettings.IDLE_TIMEOUT)
                && idle.isPresent()
                && overall.isPresent()
                && idle.get().compareTo(overall.get()) > 0) {
            problems.add(
                    ConfigFailure.IDLE_TIMEOUT_TOO_LONG,
                    place(LimitSettings.IDLE_TIMEOUT),
                    Durations.format(overall.get()));
        }
    }

    private void prompt() {
        Optional<String> argument = sources.prompt();
        if (argument.isPresent() && argument.get().isBlank()) {
            problems.add(ConfigFailure.PROMPT_ARGUMENT_EMPTY);
        }
        if (values.given(TaskSettings.PROMPT_FILE)) {
            argument.ifPresent(ignored -> problems.add(ConfigFailure.PROMPT_TWICE, place(TaskSettings.PROMPT_FILE)));
        } else if (argument.isEmpty()) {
            problems.add(ConfigFailure.PROMPT_NOT_GIVEN);
        }
        if (source().filter(TokenSourceKind.STDIN::equals).isPresent()
                && argument.filter(PromptSource.STANDARD_INPUT_ARGUMENT::equals).isPresent()) {
            problems.add(ConfigFailure.STDIN_TWICE, place(TokenSettings.TOKEN_SOURCE));
        }
    }

    private void tokenSource() {
        Optional<TokenSourceKind> source = source();
        if (source.isEmpty()) {
            return;
        }
        if (source.get() == TokenSourceKind.FILE && !values.given(TokenSettings.TOKEN_FILE)) {
            problems.add(ConfigFailure.TOKEN_FILE_NOT_GIVEN, place(TokenSettings.TOKEN_SOURCE));
        }
        unusedUnless(TokenSettings.TOKEN_FILE, TokenSourceKind.FILE, source.get());
        unusedUnless(TokenSettings.TOKEN_ENV, TokenSourceKind.ENV, source.get());
        unusedUnless(VaultSecretSettings.VAULT_PATH, TokenSourceKind.VAULT, source.get());
    }

    private void unusedUnless(Setting<?> setting, TokenSourceKind needed, TokenSourceKind actual) {
        if (values.given(setting) && needed != actual) {
            problems.add(
                    ConfigFailure.TOKEN_SETTING_UNUSED,
                    place(setting),
                    ValueTypes.choiceText(actual),
                    ValueTypes.choiceText(needed));
        }
    }

    private Optional<TokenSourceKind> source() {
        return values.find(TokenSettings.TOKEN_SOURCE);
    }

    private boolean on(Setting<Boolean> setting) {
        return values.find(setting).orElse(false);
    }

    private <T> boolean is(Setting<T> setting, T value) {
        return values.find(setting).filter(value::equals).isPresent();
    }

    private String place(Setting<?> setting) {
        return values.origin(setting) instanceof Origin.Default
                ? setting.flag().orElse(setting.name())
                : values.origin(setting).describe();
    }
}
