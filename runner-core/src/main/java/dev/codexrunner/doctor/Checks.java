package dev.codexrunner.doctor;

import java.nio.file.Path;
import java.util.List;

/** The one place where a check registers. */
final class Checks {

    /** Where codex itself looks for it on Linux and macOS. */
    private static final Path MANAGED_POLICY = Path.of("/etc/codex");

    private Checks() {}

    /** All checks, in the order in which they are run; each comes after those that it needs. */
    static List<Check> all(Subject subject) {
        return List.of(
                new ConfigurationCheck(subject),
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
                new ManagedPolicyCheck(subject.config().codex().sandbox(), MANAGED_POLICY),
                new ServiceCheck(subject),
                new RepositoryCheck(subject));
    }
}
