package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.JsonReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Policies that others laid down, with the real codex: of the machine in /etc/codex, of the workspace in its bundle. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManagedPolicyIT {

    private final Scene scene;

    ManagedPolicyIT(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void without_a_policy_of_the_workspace() {
        scene.backend().restore(Endpoint.CONFIG_BUNDLE);
    }

    private RunnerProcess under(String file, String policy) throws Exception {
        MachinePolicy.assumePossible();
        RunnerProcess runner = scene.run();
        return runner.startedBy(
                MachinePolicy.starter(Files.createDirectories(runner.folder().resolve("machine")), file, policy));
    }

    private void workspaceRequires(String toml) {
        scene.backend()
                .override(
                        Endpoint.CONFIG_BUNDLE,
                        new JsonReply(
                                200,
                                JsonMapper.shared()
                                        .writeValueAsString(Map.of(
                                                "requirements_toml",
                                                Map.of(
                                                        "enterprise_managed",
                                                        List.of(Map.of(
                                                                "id", "r1", "name", "baseline", "contents", toml)))))));
    }

    private void refusedBeforeTheToken(RunnerProcess runner, String code, Seen seen) throws Exception {
        Leftovers leftovers = Leftovers.before(scene, runner);
        int before = scene.requestsSoFar();

        FinishedRun run = runner.finish().failsAs(FailureKind.POLICY, code);

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(run.report().at("/credential/kind").isNull()).isTrue();
        assertThat(run.report().at("/trust/managedPolicy/0/sha256").asString(""))
                .hasSize(64);
        leftovers.noneAfter(run, seen.exit(run.exitCode()).that("no token fetched, codex not started"));
    }

    @Fault(
            area = Area.POLICY,
            made = "OpenAI's own example in /etc/codex/requirements.toml: workspace-write and on-request only",
            promised = "exit 12 before the token is fetched, with file, key, allowed values and fix")
    @Test
    void the_example_of_openais_admin_guide_on_the_machine(Seen seen) throws Exception {
        refusedBeforeTheToken(under("requirements.toml", """
                        allowed_web_search_modes = ["disabled", "cached"]
                        allowed_sandbox_modes = ["workspace-write"]
                        allowed_approval_policies = ["on-request"]
                        """), "policy-without-read-only", seen);
    }

    @Fault(
            area = Area.POLICY,
            made =
                    "requirements.toml of the machine allows the sandbox read-only alone, the run asks for workspace-write",
            promised = "exit 12 before the token is fetched; codex itself would have worked on in read-only")
    @Test
    void a_sandbox_that_the_machine_does_not_allow(Seen seen) throws Exception {
        refusedBeforeTheToken(
                under("requirements.toml", "allowed_sandbox_modes = [\"read-only\"]"), "policy-excludes", seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "requirements.toml of the machine allows the approval policy on-request alone",
            promised = "exit 12 before the token is fetched; codex itself would have asked nobody and gone on")
    @Test
    void approvals_that_nobody_can_give(Seen seen) throws Exception {
        refusedBeforeTheToken(
                under("requirements.toml", "allowed_approval_policies = [\"on-request\"]"),
                "policy-wants-approvals",
                seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "permission profiles in the machine's requirements.toml, of which codex takes one without a word",
            promised = "exit 12 before the token is fetched; codex itself would have widened read-only")
    @Test
    void a_profile_that_widens_read_only(Seen seen) throws Exception {
        refusedBeforeTheToken(
                under(
                                "requirements.toml",
                                "allowed_permission_profiles = {\":read-only\" = true, \":workspace\" = true}")
                        .option("--sandbox", "read-only"),
                "policy-picks-profile",
                seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "a hook in the machine's requirements.toml, with the feature pinned on",
            promised = "exit 12 before the token is fetched, and the hook has not run")
    @Test
    void hooks_that_the_machine_pins(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path trace = runner.folder().resolve("hook-ran");
        MachinePolicy.assumePossible();
        runner.startedBy(MachinePolicy.starter(
                Files.createDirectories(runner.folder().resolve("machine")), "requirements.toml", """
                        [features]
                        hooks = true
                        [hooks]
                        managed_dir = "/tmp"
                        [[hooks.SessionStart]]
                        [[hooks.SessionStart.hooks]]
                        type = "command"
                        command = "touch '%s'"
                        """.formatted(
                                trace)));

        refusedBeforeTheToken(runner, "policy-pins-features", seen);

        assertThat(trace).doesNotExist();
    }

    @Fault(
            area = Area.POLICY,
            made = "an MCP server in the machine's /etc/codex/config.toml",
            promised = "the run succeeds, and the server was not started")
    @Test
    void a_server_that_the_machine_brings(Seen seen) throws Exception {
        MachinePolicy.assumePossible();
        RunnerProcess runner = scene.run();
        Path trace = runner.folder().resolve("server-ran");
        runner.startedBy(MachinePolicy.starter(
                Files.createDirectories(runner.folder().resolve("machine")),
                "config.toml",
                "[mcp_servers.spy]\ncommand = \"/usr/bin/touch\"\nargs = [\"" + trace + "\"]\n"));

        FinishedRun run = runner.finish().succeeds();

        assertThat(trace).doesNotExist();
        seen.exit(run.exitCode()).that("the server did not start");
    }

    @Fault(
            area = Area.POLICY,
            made =
                    "network access for the sandbox in the machine's managed_config.toml, which wins over codex's options",
            promised = "exit 12 before the token is fetched, the key and its switch named")
    @Test
    void a_setting_of_the_machine_that_opens_the_sandbox(Seen seen) throws Exception {
        refusedBeforeTheToken(
                under("managed_config.toml", "[sandbox_workspace_write]\nnetwork_access = true"),
                "machine-settings-refused",
                seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "the workspace's bundle allows the sandbox read-only alone, the run asks for workspace-write",
            promised = "exit 12 although codex goes on and exits 0")
    @Test
    void a_sandbox_that_the_workspace_does_not_allow(Seen seen) throws Exception {
        workspaceRequires("allowed_sandbox_modes = [\"read-only\"]\n");

        FinishedRun run = scene.run().finish().failsAs(FailureKind.POLICY, "policy-fallback");

        assertThat(run.text("/verdict/reason")).contains("enterprise-managed requirements baseline");
        seen.exit(run.exitCode()).that("the bundle's name told");
    }

    @Fault(
            area = Area.POLICY,
            made = "permission profiles in the workspace's bundle, so that codex widens read-only",
            promised = "exit 12, by codex's remark or by what its own record says of the sandbox in force")
    @Test
    void a_profile_of_the_workspace_that_widens_read_only(Seen seen) throws Exception {
        workspaceRequires("allowed_permission_profiles = {\":read-only\" = true, \":workspace\" = true}\n");

        FinishedRun run =
                scene.run().option("--sandbox", "read-only").finish().failsAs(FailureKind.POLICY, "policy-fallback");

        assertThat(run.text("/verdict/reason"))
                .containsAnyOf("workspace-write instead of read-only", "to required value `:workspace`");
        assertThat(run.text("/codex/sandbox")).isEqualTo("workspace-write");
        seen.exit(run.exitCode()).that("the sandbox in force told");
    }

    @Fault(
            area = Area.POLICY,
            made = "OpenAI's own example as the workspace's bundle",
            promised = "exit 12 with codex's own words")
    @Test
    void the_example_of_openais_admin_guide_in_the_workspace(Seen seen) throws Exception {
        workspaceRequires(
                "allowed_sandbox_modes = [\"workspace-write\"]\nallowed_approval_policies = [\"on-request\"]\n");

        FinishedRun run = scene.run().finish().failsAs(FailureKind.POLICY, "managed-policy");

        assertThat(run.text("/verdict/reason")).contains("must include 'read-only'");
        seen.exit(run.exitCode()).that("codex's own words told");
    }

    @Fault(
            area = Area.POLICY,
            made = "the workspace's bundle can't be read",
            promised = "exit 6: codex doesn't start without its policies")
    @Test
    void a_bundle_that_makes_no_sense(Seen seen) throws Exception {
        scene.backend().override(Endpoint.CONFIG_BUNDLE, new JsonReply(200, "{\"requirements_toml\": 5}"));

        FinishedRun run = scene.run().finish().failsAs(FailureKind.CODEX_START, "cloud-config");

        seen.exit(run.exitCode()).that("named as such");
    }
}
