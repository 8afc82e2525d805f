package dev.codexrunner.doctor;

import dev.codexrunner.config.RunnerConfig;
import dev.codexrunner.launch.CodexHomeSettings;
import dev.codexrunner.launch.LaunchPolicy;
import dev.codexrunner.outcome.OutputSchema;
import dev.codexrunner.preflight.ManagedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings themselves were resolved before; this looks at the files that they name and at what is refused. */
record ConfigurationCheck(Subject subject) implements Check {

    private static final List<String> VAULT = List.of("vault-addr", "vault-auth", "vault-path");

    @Override
    public Link link() {
        return Link.CONFIGURATION;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        RunnerConfig config = subject.config();
        CodexHomeSettings settings = CodexHomeSettings.read(
                        config.codex().codexHome(), config.codex().profile())
                .withMachine(ManagedPolicy.STANDARD_FOLDER);
        LaunchPolicy.require(config.codex(), config.policy(), settings);
        config.task().outputSchema().ifPresent(OutputSchema::read);
        found.put(CodexHomeSettings.class, settings);
        Stream<String> vault = VaultCheck.applies(subject) ? VAULT.stream() : Stream.empty();
        String decisive = Stream.concat(Stream.of("token-source", "sandbox", "codex-home", "login-mode"), vault)
                .map(subject::described)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return CheckResult.of(decisive, subject.resolved().warnings());
    }
}
