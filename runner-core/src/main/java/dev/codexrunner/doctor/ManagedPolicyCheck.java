package dev.codexrunner.doctor;

import dev.codexrunner.preflight.ManagedPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the company's policy for codex on this machine allows what a run asks for.
 *
 * @param policy the machine's
 */
record ManagedPolicyCheck(Subject subject, ManagedPolicy policy) implements Check {

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
        List<Path> files = policy.files();
        if (files.isEmpty()) {
            return new CheckResult.Passed("none in " + policy.folder());
        }
        String detail = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        return policy.objection(subject.config())
                .<CheckResult>map(failure -> new CheckResult.Failed(detail, failure))
                .orElseGet(() -> new CheckResult.Passed(detail + "; allows "
                        + subject.config().codex().sandbox().flagValue()));
    }
}
