package dev.codexrunner.doctor;

import dev.codexrunner.preflight.ManagedPolicy;
import java.util.List;

/** The one place where a check registers. */
final class Checks {

    private Checks() {}

    /** All checks, in the order in which they are run; each comes after those that it needs. */
    static List<Check> all(Subject subject) {
        return List.of(
                new ConfigurationCheck(subject),
                new TriggerCheck(subject),
                new FoldersCheck(subject),
                new CaBundleCheck(subject),
                new ProxyCheck(subject),
                new VaultCheck(subject),
                new SecretCheck(subject),
                new TokenCheck(subject),
                new CodexCheck(subject),
                new ArgumentsCheck(subject),
                new LoginCheck(subject),
                new SandboxCheck(subject),
                new ManagedPolicyCheck(
                        subject,
                        new ManagedPolicy(
                                ManagedPolicy.STANDARD_FOLDER,
                                subject.surroundings().host())),
                new ServiceCheck(subject),
                new TelemetryCheck(subject),
                new RepositoryCheck(subject));
    }
}
