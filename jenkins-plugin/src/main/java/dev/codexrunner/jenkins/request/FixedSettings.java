package dev.codexrunner.jenkins.request;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator has fixed for every run. Of bounds the narrower one holds, the fixed one or the job's own; of everything
 * else what is fixed, and a job that says otherwise is refused.
 */
public final class FixedSettings {

    /** Bounds that a job may narrow. */
    private static final Set<String> BOUNDS = Set.of("timeout", "idle-timeout", "max-tokens", "retries");

    /** What the plugin chooses for each run; fixed to something else it would contradict its secret, its tool or its policy. */
    static final Set<String> CHOSEN_BY_RUN = Set.of(
            "allow-untrusted-trigger",
            "codex-path",
            "model",
            "sandbox",
            "vault-addr",
            "vault-auth",
            "vault-auth-mount",
            "vault-namespace",
            "vault-path",
            "vault-role");

    private FixedSettings() {}

    /** What is wrong with the text in which they are configured. */
    public static List<String> problems(String text) {
        ConfigText config = ConfigText.parse(text);
        List<String> problems = new ArrayList<>(config.problems());
        String where = Texts.of("FixedSettings.where");
        config.settings().forEach((key, values) -> problem(where, key, values).ifPresent(problems::add));
        return List.copyOf(problems);
    }

    private static Optional<String> problem(String where, String key, List<String> values) {
        if (SettingNames.OF_THE_PLUGIN.contains(key)) {
            return Optional.of(Texts.of("FixedSettings.ofThePlugin", key));
        } else if (CHOSEN_BY_RUN.contains(key)) {
            return Optional.of(Texts.of("FixedSettings.chosenByRun", key));
        }
        return KnownSettings.problemOfKey(where, key).or(() -> KnownSettings.problemOfValues(where, key, values));
    }

    /** Refuses what a job asks for otherwise than it is fixed; what only a default says gives way without a word. */
    static void check(Map<String, List<String>> asked, Map<String, List<String>> fixed, Refusals refusals) {
        fixed.forEach((key, values) -> {
            if (asked.containsKey(key)
                    && !BOUNDS.contains(key)
                    && !asked.get(key).equals(values)) {
                refusals.add("FixedSettings.input", SettingNames.WITH_INPUT.getOrDefault(key, key), shown(values));
            }
        });
    }

    /** What a job is told of its bounds that give way. */
    static List<String> notes(Map<String, List<String>> asked, Map<String, List<String>> fixed) {
        List<String> notes = new ArrayList<>();
        fixed.forEach((key, values) -> {
            if (BOUNDS.contains(key) && asked.containsKey(key) && !isNarrower(asked.get(key), values)) {
                if (!asked.get(key).equals(values)) {
                    String name = SettingNames.WITH_INPUT.getOrDefault(key, key);
                    notes.add(Texts.of("FixedSettings.narrowed", name, shown(asked.get(key)), shown(values)));
                }
            }
        });
        return List.copyOf(notes);
    }

    /** Puts them over a run's own. Of codex' own settings all count. */
    static void putInto(Map<String, List<String>> settings, Map<String, List<String>> fixed) {
        fixed.forEach((key, values) -> {
            List<String> own = settings.getOrDefault(key, List.of());
            if (key.equals(SettingNames.CODEX_CONFIG)) {
                List<String> all = new ArrayList<>(values);
                all.addAll(own);
                settings.put(key, all);
            } else if (!BOUNDS.contains(key) || !isNarrower(own, values)) {
                settings.put(key, values);
            }
        });
    }

    private static boolean isNarrower(List<String> own, List<String> fixed) {
        return own.size() == 1
                && fixed.size() == 1
                && number(own.get(0)).isPresent()
                && number(fixed.get(0)).isPresent()
                && number(own.get(0)).get().compareTo(number(fixed.get(0)).get()) < 0;
    }

    /** Of a duration its milliseconds. */
    private static Optional<BigInteger> number(String text) {
        return text.matches("[0-9]{1,18}")
                ? Optional.of(new BigInteger(text))
                : DurationText.parse(text).map(duration -> BigInteger.valueOf(duration.toMillis()));
    }

    private static String shown(List<String> values) {
        return String.join(", ", values);
    }
}
