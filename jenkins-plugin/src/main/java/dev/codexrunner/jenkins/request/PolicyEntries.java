package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is wrong with the entries of a policy or of the defaults, the same for forms, for Configuration as Code and for folders: what
 * could match nothing is a slip, and would refuse every job, or none.
 */
public final class PolicyEntries {

    /** An entry that stands for the list that holds where nobody has configured one. */
    public static final String DEFAULT = "default";

    private static final int MOST_SHOWN = 10;

    private PolicyEntries() {}

    public static List<String> sandboxes(Collection<String> entries) {
        return words(entries, KnownSettings.choices("sandbox"), DEFAULT::equals);
    }

    public static List<String> acceptedRisks(Collection<String> entries) {
        return words(entries, KnownSettings.choices(InputSettings.RISKS), entry -> false);
    }

    /** The keys that jobs may give where nobody has listed others. */
    public static List<String> defaultSettings() {
        return SettingNames.HARMLESS;
    }

    /** The keys that the plugin knows by name. */
    public static Set<String> keysOfThePlugin() {
        Set<String> keys = new TreeSet<>(SettingNames.OF_THE_PLUGIN);
        keys.addAll(SettingNames.WITH_INPUT.keySet());
        keys.addAll(FixedSettings.CHOSEN_BY_RUN);
        return keys;
    }

    /** Keys that a job may give by config. */
    public static List<String> settings(Collection<String> entries) {
        List<String> allowed = KnownSettings.keys().stream()
                .filter(key -> !SettingNames.OF_THE_PLUGIN.contains(key) && !SettingNames.WITH_INPUT.containsKey(key))
                .toList();
        List<String> problems = new ArrayList<>();
        for (String entry : entries) {
            if (SettingNames.OF_THE_PLUGIN.contains(entry)) {
                problems.add(Texts.of("PolicyEntries.ofThePlugin", entry));
            } else if (SettingNames.WITH_INPUT.containsKey(entry)) {
                problems.add(Texts.of("PolicyEntries.withInput", entry, SettingNames.WITH_INPUT.get(entry)));
            } else {
                problems.addAll(words(List.of(entry), allowed, DEFAULT::equals));
            }
        }
        return List.copyOf(problems);
    }

    public static List<String> efforts(Collection<String> entries) {
        return wrong(
                entries,
                entry -> entry.matches("[A-Za-z0-9_*?-]{1,40}"),
                entry -> Texts.of("RequestProblems.effort", Refusals.quoted(entry)));
    }

    public static List<String> vaultAddresses(Collection<String> entries) {
        return wrong(
                entries,
                entry -> VaultAddress.pattern(entry).isPresent(),
                entry -> Texts.of("PolicyEntries.vaultAddress", Refusals.quoted(entry)));
    }

    public static List<String> vaultPaths(Collection<String> entries) {
        return wrong(
                entries,
                entry -> VaultPolicy.isPattern(entry),
                entry -> Texts.of("PolicyEntries.vaultPath", Refusals.quoted(entry)));
    }

    public static List<String> codexPaths(Collection<String> entries) {
        return wrong(
                entries,
                entry -> entry.equals(DEFAULT) || entry.equals(Policy.PATH) || isAbsolutePattern(entry),
                entry -> Texts.of("PolicyEntries.codexPath", Refusals.quoted(entry)));
    }

    public static List<String> outsidePaths(Collection<String> entries) {
        return wrong(
                entries,
                PolicyEntries::isAbsolutePattern,
                entry -> Texts.of("PolicyEntries.outsidePath", Refusals.quoted(entry)));
    }

    /** The further settings of a job, as its form has them. */
    public static List<String> config(String text) {
        ConfigText config = ConfigText.parse(text);
        List<String> problems = new ArrayList<>(config.problems());
        config.settings()
                .forEach((key, values) -> KnownSettings.problemOfKey("config", key)
                        .or(() -> KnownSettings.problemOfValues("config", key, values))
                        .ifPresent(problems::add));
        return List.copyOf(problems);
    }

    /** Of what is one text: no line break, nothing that can't be seen. */
    public static List<String> plain(Collection<String> entries) {
        return wrong(
                entries,
                entry -> !PlainTexts.hasControl(entry),
                entry -> Texts.of("PolicyEntries.control", Refusals.quoted(entry)));
    }

    /** A value of the setting with this key. */
    public static List<String> value(String key, Collection<String> values) {
        return wrong(
                values,
                value -> key.endsWith("timeout")
                        ? DurationText.parse(value).isPresent()
                        : KnownSettings.problemOfValues("", key, List.of(value)).isEmpty(),
                value -> Texts.of(
                        "PolicyEntries.value",
                        Refusals.quoted(value),
                        KnownSettings.expected(key),
                        KnownSettings.meant(value, KnownSettings.choices(key))));
    }

    /** An effort of the defaults. */
    public static List<String> effort(Collection<String> values) {
        return wrong(
                values, RequestProblems::isEffort, value -> Texts.of("RequestProblems.effort", Refusals.quoted(value)));
    }

    /** A login method of the defaults. */
    public static List<String> login(Collection<String> values) {
        return words(values, LoginMethod.names(), entry -> false);
    }

    private static List<String> words(Collection<String> entries, List<String> words, Predicate<String> besides) {
        return wrong(
                entries,
                entry -> besides.test(entry) || words.stream().anyMatch(new Glob(entry)::matches),
                entry -> Texts.of(
                        words.size() > MOST_SHOWN ? "PolicyEntries.key" : "PolicyEntries.value",
                        Refusals.quoted(entry),
                        KnownSettings.oneOf(words),
                        KnownSettings.meant(entry, words)));
    }

    private static List<String> wrong(
            Collection<String> entries, Predicate<String> right, Function<String, String> problem) {
        return entries.stream().filter(right.negate()).map(problem).toList();
    }

    private static boolean isAbsolutePattern(String entry) {
        return (PathSteps.isAbsolute(entry) || entry.startsWith("*")) && !PathSteps.leadsUp(entry);
    }
}
