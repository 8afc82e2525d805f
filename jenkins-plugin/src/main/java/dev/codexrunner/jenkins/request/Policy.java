package dev.codexrunner.jenkins.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the jobs below a folder, or of the whole controller, may ask for.
 *
 * @param vaultAddresses each as {@code scheme://host[:port]}
 * @param vaultRoles of login methods that take a role; AppRole's role id is in its credential
 * @param vaultPaths mount and path, with a field behind {@code #} where only that field is meant
 * @param codexPaths paths on the agent; an installation of the tool configuration is always allowed, PATH is where this
 *     permits {@code PATH}
 * @param settings keys of docs/configuration.md that a job may set by {@code config}, {@code ca-bundle} for its own authorities
 * @param outsidePaths absolute paths out of the workspace that a job may name
 * @param labels label expressions of which an agent must satisfy each
 * @param longestTimeout of a run; one that asks for none gets this where it is shorter than the runner's default
 * @param mostTokens of a run; one that asks for no budget gets this
 * @param fixedSettings what every run has, whatever a job says
 */
public record Policy(
        Permitted sandboxes,
        Permitted models,
        Permitted risks,
        Permitted vaultAddresses,
        Permitted vaultNamespaces,
        Permitted vaultRoles,
        Permitted vaultPaths,
        Permitted codexPaths,
        Permitted settings,
        Permitted efforts,
        Permitted outsidePaths,
        List<String> labels,
        Optional<Duration> longestTimeout,
        Optional<Long> mostTokens,
        Map<String, List<String>> fixedSettings) {

    /** What {@link #codexPaths} calls the codex that is found on an agent's PATH. */
    public static final String PATH = "PATH";

    public Policy {
        labels = List.copyOf(labels);
        fixedSettings = SettingsMap.copyOf(fixedSettings);
    }

    /**
     * A builder for the controller's policy. An empty list means: of risks and of paths outside the workspace that none is
     * allowed; of sandboxes, codex paths and settings what {@link DefaultPolicy} lists, for which {@link
     * PolicyEntries#DEFAULT} stands in a list too; of everything else that anything is.
     */
    public static PolicyBuilder forController() {
        return new PolicyBuilder(DefaultPolicy.CONTROLLER);
    }

    /** A builder for a folder's policy. An empty list leaves what the controller or the folders around it allow. */
    public static PolicyBuilder forFolder() {
        return new PolicyBuilder(DefaultPolicy.UNRESTRICTED);
    }

    /** What both allow. Fixed settings are taken from this one only: an inner policy narrows, and sets nothing. */
    public Policy narrowedBy(Policy inner) {
        return new Policy(
                sandboxes.and(inner.sandboxes),
                models.and(inner.models),
                risks.and(inner.risks),
                vaultAddresses.and(inner.vaultAddresses),
                vaultNamespaces.and(inner.vaultNamespaces),
                vaultRoles.and(inner.vaultRoles),
                vaultPaths.and(inner.vaultPaths),
                codexPaths.and(inner.codexPaths),
                settings.and(inner.settings),
                efforts.and(inner.efforts),
                outsidePaths.and(inner.outsidePaths),
                Stream.concat(labels.stream(), inner.labels.stream()).distinct().toList(),
                Stream.concat(longestTimeout.stream(), inner.longestTimeout.stream())
                        .min(Duration::compareTo),
                Stream.concat(mostTokens.stream(), inner.mostTokens.stream()).min(Long::compareTo),
                fixedSettings);
    }

    /** The request with what the policy fills in: bounds where none is asked for and the default were too wide. */
    public CodexRequest applyTo(CodexRequest request) {
        Optional<String> timeout = longestTimeout
                .filter(longest -> longest.compareTo(DurationText.DEFAULT_TIMEOUT) < 0)
                .map(DurationText::of);
        return request.toBuilder()
                .timeout(Given.first(request.timeout(), timeout).orElse(null))
                .maxTokens(Given.first(request.maxTokens(), mostTokens.map(String::valueOf))
                        .orElse(null))
                .build();
    }
}
