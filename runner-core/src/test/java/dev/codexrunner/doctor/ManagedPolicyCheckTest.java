package dev.codexrunner.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.config.Sandbox;
import dev.codexrunner.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedPolicyCheckTest {

    @TempDir
    private Path folder;

    private CheckResult run(Sandbox sandbox) {
        return new ManagedPolicyCheck(sandbox, folder).run(new Findings());
    }

    private void requirements(String toml) throws IOException {
        Files.writeString(folder.resolve("requirements.toml"), toml);
    }

    @Test
    void no_policy_is_fine() {
        assertThat(run(Sandbox.READ_ONLY)).isInstanceOf(CheckResult.Passed.class);
    }

    @Test
    void a_policy_that_excludes_the_sandbox_names_what_it_allows() throws IOException {
        requirements("allowed_sandbox_modes = [\"read-only\"]\n");

        assertThat(run(Sandbox.READ_ONLY)).isInstanceOf(CheckResult.Passed.class);
        assertThat(run(Sandbox.WORKSPACE_WRITE)).isInstanceOfSatisfying(CheckResult.Failed.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(FailureKind.POLICY);
            assertThat(failed.failure().reason()).contains("workspace-write", "lists only: read-only");
        });
    }

    @Test
    void a_policy_that_wants_approvals_can_not_be_met_headless() throws IOException {
        requirements("allowed_approval_policies = [\"on-request\"]\n");

        assertThat(run(Sandbox.READ_ONLY))
                .isInstanceOfSatisfying(
                        CheckResult.Failed.class,
                        failed -> assertThat(failed.failure().fix()).contains("never"));
    }

    @Test
    void a_broken_file_is_named_without_its_content() throws IOException {
        requirements("key = \"hidden value\n");

        assertThatThrownBy(() -> run(Sandbox.READ_ONLY))
                .hasMessageContaining("policy-unreadable")
                .hasMessageContaining("requirements.toml")
                .hasMessageNotContaining("hidden value");
    }
}
