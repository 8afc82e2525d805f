package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.preflight.ManagedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the policy says is read by preflight; this is how doctor tells it. */
class ManagedPolicyCheckTest {

    @TempDir
    private Path folder;

    private CheckResult run() {
        return new ManagedPolicyCheck(Subjects.of(List.of(), Map.of()), new ManagedPolicy(folder, "agent-7"))
                .run(new Findings());
    }

    @Test
    void no_policy_is_fine() {
        assertThat(run()).isEqualTo(new CheckResult.Passed("none in " + folder));
    }

    @Test
    void a_policy_that_allows_the_run_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("requirements.toml"), "allowed_sandbox_modes = [\"read-only\"]\n");

        assertThat(run()).isEqualTo(new CheckResult.Passed(file + "; allows read-only"));
    }

    @Test
    void a_policy_that_does_not_is_a_failure_of_the_kind_policy() throws IOException {
        Files.writeString(folder.resolve("requirements.toml"), "allowed_approval_policies = [\"on-request\"]\n");

        assertThat(run()).isInstanceOfSatisfying(CheckResult.Failed.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.POLICY);
            assertThat(failed.failure().code()).isEqualTo("policy-wants-approvals");
        });
    }
}
