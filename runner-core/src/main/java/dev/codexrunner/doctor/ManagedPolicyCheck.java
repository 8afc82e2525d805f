package dev.codexrunner.doctor;

import dev.codexrunner.config.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Whether the company's policy for codex on this machine allows what a run asks for.
 *
 * @param sandbox of the run
 * @param folder where the policy's files lie
 */
record ManagedPolicyCheck(Sandbox sandbox, Path folder) implements Check {

    private static final String REQUIREMENTS = "requirements.toml";
    private static final List<String> FILES = List.of(REQUIREMENTS, "managed_config.toml", "config.toml");

    /** codex exec asks nobody, so it always runs with this policy. */
    private static final String APPROVAL = "never";

    @Override
    public Link link() {
        return Link.MANAGED_POLICY;
    }

    @Override
    public Set<Link> needs() {
        return Set.of();
    }

    @Override
    public CheckResult run(Findings found) {
        List<Path> present =
                FILES.stream().map(folder::resolve).filter(Files::exists).toList();
        if (present.isEmpty()) {
            return new CheckResult.Passed("none in " + folder);
        }
        String detail = String.join(", ", present.stream().map(Path::toString).toList());
        for (Path file : present) {
            JsonNode policy = parse(file);
            Optional<CheckResult> excluded =
                    file.endsWith(REQUIREMENTS) ? excluding(file, detail, policy) : Optional.empty();
            if (excluded.isPresent()) {
                return excluded.get();
            }
        }
        return new CheckResult.Passed(detail + "; allows " + sandbox.flagValue());
    }

    private Optional<CheckResult> excluding(Path file, String detail, JsonNode policy) {
        return Stream.of(
                        excluding(file, policy, "allowed_sandbox_modes", sandbox.flagValue()),
                        excluding(file, policy, "allowed_approval_policies", APPROVAL))
                .flatMap(Optional::stream)
                .map(failed -> (CheckResult) new CheckResult.Failed(detail, failed.failure()))
                .findFirst();
    }

    private static Optional<CheckResult.Failed> excluding(Path file, JsonNode policy, String key, String needed) {
        JsonNode allowed = policy.path(key);
        List<String> values = allowed.valueStream()
                .flatMap(value -> value.stringValueOpt().stream())
                .toList();
        return allowed.isArray() && !values.contains(needed)
                ? Optional.of(new CheckResult.Failed(
                        DoctorFailure.POLICY_EXCLUDES.with(file, key, String.join(", ", values), needed)))
                : Optional.empty();
    }

    private static JsonNode parse(Path file) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JacksonException | IOException e) {
            // Not the library's own message: it quotes the line.
            throw DoctorFailure.POLICY_UNREADABLE
                    .with(file, e.getClass().getSimpleName())
                    .asException();
        }
    }
}
