package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job asks of {@code codex-runner rotation check}.
 *
 * @param vault how to get there; its path is looked at too where there is one
 * @param paths further ones, each as {@code --vault-path} takes it
 * @param caBundle the company's authorities
 * @param settings further settings by their keys, such as {@code rotation-warn}
 */
public record RotationCheckRequest(
        VaultRequest vault, List<String> paths, Optional<CaBundle> caBundle, Map<String, List<String>> settings) {

    public RotationCheckRequest {
        paths = Given.texts(paths);
        settings = SettingsMap.copyOf(settings);
    }

    /** Every path that is looked at, each once. */
    public List<String> allPaths() {
        return Stream.concat(vault.path().stream(), paths.stream()).distinct().toList();
    }

    /** Itself, and what it leaves open from the defaults. A default path is only taken where the job names none. */
    public RotationCheckRequest completedBy(Defaults defaults) {
        VaultRequest completed = vault.completedBy(defaults.vault());
        VaultRequest withOwnPaths = allPaths().isEmpty()
                ? completed
                : new VaultRequest(
                        completed.address(),
                        completed.namespace(),
                        completed.auth(),
                        completed.authMount(),
                        completed.role(),
                        vault.path(),
                        completed.kvVersion(),
                        completed.secretVersion(),
                        completed.credentialsId());
        return new RotationCheckRequest(withOwnPaths, paths, Given.first(caBundle, defaults.caBundle()), settings);
    }
}
