package dev.codexrunner.jenkins.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the lists of a form. An empty one leaves what the builder began with, see {@link Policy}. */
public final class PolicyBuilder {

    private Permitted sandboxes;
    private Permitted models;
    private Permitted risks;
    private Permitted vaultAddresses;
    private Permitted vaultNamespaces;
    private Permitted vaultRoles;
    private Permitted vaultPaths;
    private Permitted codexPaths;
    private Permitted settings;
    private Permitted efforts;
    private Permitted outsidePaths;
    private List<String> labels;
    private Optional<Duration> longestTimeout;
    private Optional<Long> mostTokens;
    private Map<String, List<String>> fixedSettings;

    PolicyBuilder(Policy start) {
        sandboxes = start.sandboxes();
        models = start.models();
        risks = start.risks();
        vaultAddresses = start.vaultAddresses();
        vaultNamespaces = start.vaultNamespaces();
        vaultRoles = start.vaultRoles();
        vaultPaths = start.vaultPaths();
        codexPaths = start.codexPaths();
        settings = start.settings();
        efforts = start.efforts();
        outsidePaths = start.outsidePaths();
        labels = start.labels();
        longestTimeout = start.longestTimeout();
        mostTokens = start.mostTokens();
        fixedSettings = start.fixedSettings();
    }

    public PolicyBuilder sandboxes(@Nullable Iterable<String> globs) {
        sandboxes = chosen(withDefault(globs, DefaultPolicy.SANDBOXES), sandboxes);
        return this;
    }

    public PolicyBuilder models(@Nullable Iterable<String> globs) {
        models = chosen(globs, models);
        return this;
    }

    public PolicyBuilder risks(@Nullable Iterable<String> globs) {
        risks = chosen(globs, risks);
        return this;
    }

    public PolicyBuilder vaultAddresses(@Nullable Iterable<String> globs) {
        vaultAddresses = chosen(
                Given.texts(globs).stream()
                        .map(each -> VaultAddress.pattern(each).orElse(each))
                        .toList(),
                vaultAddresses);
        return this;
    }

    public PolicyBuilder vaultNamespaces(@Nullable Iterable<String> globs) {
        vaultNamespaces = chosen(globs, vaultNamespaces);
        return this;
    }

    public PolicyBuilder vaultRoles(@Nullable Iterable<String> globs) {
        vaultRoles = chosen(globs, vaultRoles);
        return this;
    }

    public PolicyBuilder vaultPaths(@Nullable Iterable<String> globs) {
        vaultPaths = chosen(
                Given.texts(globs).stream()
                        .map(VaultPolicy::withoutOuterSlashes)
                        .toList(),
                vaultPaths);
        return this;
    }

    public PolicyBuilder codexPaths(@Nullable Iterable<String> globs) {
        codexPaths = chosen(withDefault(globs, DefaultPolicy.CODEX_PATHS), codexPaths);
        return this;
    }

    public PolicyBuilder settings(@Nullable Iterable<String> keys) {
        settings = chosen(withDefault(keys, SettingNames.HARMLESS), settings);
        return this;
    }

    public PolicyBuilder efforts(@Nullable Iterable<String> globs) {
        efforts = chosen(globs, efforts);
        return this;
    }

    public PolicyBuilder outsidePaths(@Nullable Iterable<String> globs) {
        outsidePaths = chosen(globs, outsidePaths);
        return this;
    }

    /** @param expression a label expression; blank for any agent */
    public PolicyBuilder label(@Nullable String expression) {
        labels = Given.text(expression).map(List::of).orElse(labels);
        return this;
    }

    /** @throws IllegalArgumentException where the text is no duration; a form checks it before */
    public PolicyBuilder longestTimeout(@Nullable String duration) {
        longestTimeout = Given.text(duration)
                .map(text -> DurationText.parse(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException(Texts.of("PolicyBuilder.longestTimeout", text))));
        return this;
    }

    /** @param tokens the most that a job may ask for; null for any number */
    public PolicyBuilder mostTokens(@Nullable Long tokens) {
        mostTokens = Optional.ofNullable(tokens);
        return this;
    }

    public PolicyBuilder fixedSettings(Map<String, List<String>> fixed) {
        fixedSettings = fixed;
        return this;
    }

    public Policy build() {
        return new Policy(
                sandboxes,
                models,
                risks,
                vaultAddresses,
                vaultNamespaces,
                vaultRoles,
                vaultPaths,
                codexPaths,
                settings,
                efforts,
                outsidePaths,
                labels,
                longestTimeout,
                mostTokens,
                fixedSettings);
    }

    private static List<String> withDefault(@Nullable Iterable<String> globs, List<String> byDefault) {
        return Given.texts(globs).stream()
                .flatMap(each -> each.equals(PolicyEntries.DEFAULT) ? byDefault.stream() : Stream.of(each))
                .toList();
    }

    private static Permitted chosen(@Nullable Iterable<String> globs, Permitted otherwise) {
        return Given.texts(globs).isEmpty() ? otherwise : Permitted.only(Given.texts(globs));
    }
}
