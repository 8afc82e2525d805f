package dev.codexrunner.journal;

import java.util.List;
import java.util.Optional;

/**
 * Whose word the run took, for the record: what triggered it, whose instructions reached the agent, and which policy of
 * the machine was in force.
 *
 * @param trigger empty outside every CI that is known
 * @param teamConfig empty where the run ended before it was looked at
 * @param managedPolicy the machine's policy files, by their absolute paths
 * @param inputs prompt file and output schema; empty where the run ended before they were read
 */
public record TrustFacts(
        Optional<Trigger> trigger,
        Optional<TeamConfig> teamConfig,
        List<HashedFile> managedPolicy,
        Optional<List<TaskInput>> inputs) {

    public static final TrustFacts UNKNOWN =
            new TrustFacts(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public TrustFacts {
        inputs = inputs.map(List::copyOf);
        managedPolicy = List.copyOf(managedPolicy);
    }

    /**
     * What started the run.
     *
     * @param ci the CI's name, for instance {@code github-actions}
     * @param event the CI's own word for what happened, where it has one
     */
    public record Trigger(String ci, Optional<String> event, List<Risk> risks) {
        public Trigger {
            risks = List.copyOf(risks);
        }
    }

    /**
     * Why the trigger is not trusted.
     *
     * @param risk its name, as {@code --allow-untrusted-trigger} takes it
     * @param evidence what it was told by
     * @param allowed whether that switch accepted it
     */
    public record Risk(String risk, String evidence, boolean allowed) {}

    /**
     * The repository's instructions.
     *
     * @param mode {@code off} or {@code base}
     * @param commit full hash of the base commit; empty where they are the checkout's
     * @param files those that reach the agent
     */
    public record TeamConfig(String mode, Optional<String> commit, List<HashedFile> files) {
        public TeamConfig {
            files = List.copyOf(files);
        }
    }

    /** @param sha256 of its bytes, in hex */
    public record HashedFile(String path, String sha256) {}

    /**
     * A file that says what is asked, or what may be answered.
     *
     * @param option {@code prompt-file} or {@code output-schema}
     * @param origin {@code built-in}, {@code base}, {@code checkout} or {@code elsewhere}
     * @param path relative to the repository's root; outside of it as it was given
     * @param sha256 of its text, in hex
     */
    public record TaskInput(String option, String origin, String path, String sha256) {}

    public TrustFacts with(Trigger found) {
        return new TrustFacts(Optional.of(found), teamConfig, managedPolicy, inputs);
    }

    public TrustFacts with(TeamConfig read) {
        return new TrustFacts(trigger, Optional.of(read), managedPolicy, inputs);
    }

    public TrustFacts withManagedPolicy(List<HashedFile> files) {
        return new TrustFacts(trigger, teamConfig, files, inputs);
    }

    public TrustFacts withInputs(List<TaskInput> read) {
        return new TrustFacts(trigger, teamConfig, managedPolicy, Optional.of(read));
    }
}
