package dev.codexrunner.jenkins.result;

import java.util.List;
import java.util.Optional;

/**
 * Whose word the run took.
 *
 * @param teamConfig the repository's instructions for the agent
 * @param managedPolicy the machine's policy files for codex
 */
public record TrustView(Optional<Trigger> trigger, Optional<TeamConfig> teamConfig, List<FileDigest> managedPolicy) {

    /** Nothing is known. */
    public static final TrustView NONE = new TrustView(Optional.empty(), Optional.empty(), List.of());

    public TrustView {
        managedPolicy = List.copyOf(managedPolicy);
    }

    /** What started the run, by the CI's own variables. */
    public record Trigger(String ci, Optional<String> event, List<Risk> risks) {
        public Trigger {
            risks = List.copyOf(risks);
        }
    }

    /** @param evidence what it was told by */
    public record Risk(String risk, String evidence, boolean allowed) {}

    /** @param mode off or base */
    public record TeamConfig(String mode, Optional<String> commit, List<FileDigest> files) {
        public TeamConfig {
            files = List.copyOf(files);
        }
    }

    /** @param sha256 in hexadecimal */
    public record FileDigest(String path, String sha256) {}
}
