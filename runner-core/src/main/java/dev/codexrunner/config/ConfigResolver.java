package dev.codexrunner.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a configuration: flag before variable before Vault's own variable before file before default. Every problem is
 * collected, so that the user sees all of them at once.
 */
public final class ConfigResolver {

    private final RemovedSettings removed;

    public ConfigResolver() {
        this(RemovedSettings.KNOWN);
    }

    ConfigResolver(RemovedSettings removed) {
        this.removed = removed;
    }

    /**
     * @throws dev.codexrunner.failure.FailureException of kind CONFIG, naming every problem with its place
     */
    public ResolvedConfig resolve(ConfigSources sources) {
        Findings found = find(sources);
        found.problems().throwIfAny();
        return new ResolvedConfig(
                SettingCatalogue.build(found.values()), effective(found.raw(), found.values()), found.warnings());
    }

    /** Everything that {@link #resolve} finds, whether a run could use it or not. */
    public ExaminedConfig examine(ConfigSources sources) {
        Findings found = find(sources);
        return new ExaminedConfig(
                effective(found.raw(), found.values()),
                found.warnings(),
                found.problems().summary());
    }

    /** What a refused run still needs of it. */
    public UnusableConfig salvage(ConfigSources sources) {
        return UnusableConfig.of(find(sources).values());
    }

    private record Findings(
            Map<Setting<?>, RawValue> raw, SettingValues values, Problems problems, List<String> warnings) {}

    private Findings find(ConfigSources sources) {
        Problems problems = new Problems();
        List<String> warnings = new ArrayList<>();
        Map<Setting<?>, RawValue> raw = gather(sources, problems);
        SettingValues values = read(raw, problems);
        new ConfigRules(values, sources, problems, warnings).check();
        return new Findings(raw, values, problems, List.copyOf(warnings));
    }

    private Map<Setting<?>, RawValue> gather(ConfigSources sources, Problems problems) {
        UnknownNames unknown = new UnknownNames(removed, problems);
        Map<Setting<?>, RawValue> raw = new LinkedHashMap<>();
        for (Setting<?> setting : SettingCatalogue.all()) {
            List<String> texts = sources.flags().get(setting.name());
            if (texts != null) {
                setting.flag().ifPresent(flag -> raw.put(setting, new RawValue(texts, new Origin.Flag(flag))));
            }
        }
        VariableLayer.read(sources.environment(), raw, unknown);
        VaultVariables.read(sources.environment(), raw);
        sources.file().ifPresent(file -> new FileLayer(file, problems, unknown).read(raw));
        for (Setting<?> setting : SettingCatalogue.all()) {
            setting.defaultText()
                    .ifPresent(text -> raw.putIfAbsent(setting, new RawValue(List.of(text), new Origin.Default())));
        }
        deriveTokenSource(raw);
        preferTokenFile(raw);
        return raw;
    }

    /** Somebody who names a Vault wants the token from there; anybody else has it in the environment. */
    private static void deriveTokenSource(Map<Setting<?>, RawValue> raw) {
        RawValue source = raw.get(TokenSettings.TOKEN_SOURCE);
        if (source != null && source.origin() instanceof Origin.Default && raw.containsKey(VaultSettings.VAULT_ADDR)) {
            raw.put(TokenSettings.TOKEN_SOURCE, new RawValue(List.of("vault"), new Origin.Default()));
        }
    }

    /** VAULT_TOKEN often stands in the environment for other programs; a file named on purpose goes before it. */
    private static void preferTokenFile(Map<Setting<?>, RawValue> raw) {
        RawValue token = raw.get(VaultLoginSettings.VAULT_TOKEN);
        if (token != null
                && token.origin() instanceof Origin.Variable variable
                && !variable.ours()
                && raw.containsKey(VaultLoginSettings.VAULT_TOKEN_FILE)) {
            raw.remove(VaultLoginSettings.VAULT_TOKEN);
        }
    }

    private static SettingValues read(Map<Setting<?>, RawValue> raw, Problems problems) {
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<Setting<?>, Origin> origins = new HashMap<>();
        raw.forEach((setting, value) -> {
            origins.put(setting, value.origin());
            readOne(setting, value, values, problems);
        });
        return new SettingValues(values, origins);
    }

    private static void readOne(Setting<?> setting, RawValue raw, Map<Setting<?>, Object> values, Problems problems) {
        String place = raw.origin().describe();
        if (raw.texts().isEmpty() || raw.texts().stream().anyMatch(String::isBlank)) {
            problems.add(ConfigFailure.EMPTY_VALUE, place);
        } else if (raw.texts().size() > 1 && setting.shape() != Setting.Shape.LIST) {
            problems.add(ConfigFailure.REPEATED_VALUE, place);
        } else {
            setting.read(
                            raw.texts(),
                            wrong -> problems.add(
                                    ConfigFailure.INVALID_VALUE, place, Quoted.value(wrong), setting.expectation()))
                    .ifPresent(value -> values.put(setting, value));
        }
    }

    private static List<EffectiveValue> effective(Map<Setting<?>, RawValue> raw, SettingValues read) {
        List<EffectiveValue> values = new ArrayList<>();
        for (Setting<?> setting : SettingCatalogue.all()) {
            RawValue value = raw.getOrDefault(setting, new RawValue(List.of(), new Origin.Default()));
            // A wrong value may be a token pasted into the wrong setting.
            boolean stray =
                    read.find(setting).isEmpty() && value.texts().stream().anyMatch(Quoted::looksLikeCredential);
            boolean hidden = stray || (setting.secret() && !value.texts().isEmpty());
            List<String> texts = hidden ? List.of(EffectiveValue.HIDDEN) : value.texts();
            values.add(new EffectiveValue(setting, texts, value.origin()));
        }
        return List.copyOf(values);
    }
}
