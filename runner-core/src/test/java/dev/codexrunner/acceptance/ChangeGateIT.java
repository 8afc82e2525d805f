package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the agent changed is found in the files, whatever it tells, and decides. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangeGateIT {

    private final Scene scene;
    private RunnerProcess runner;

    ChangeGateIT(Scene scene) {
        this.scene = scene;
    }

    @BeforeEach
    void a_repository() throws Exception {
        runner = scene.run();
        Path work = runner.workspace();
        Files.writeString(work.resolve("Jenkinsfile"), "pipeline { agent any }\n");
        Files.createDirectories(work.resolve(".github/workflows"));
        Files.writeString(work.resolve(".github/workflows/ci.yml"), "on: push\n");
        Files.createDirectories(work.resolve("src"));
        Files.writeString(work.resolve("src/App.java"), "class App {}\n");
        Files.createSymbolicLink(work.resolve("current"), Path.of("src"));
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-qm", "begin");
    }

    private void git(String... arguments) throws Exception {
        List<String> line = new java.util.ArrayList<>(
                List.of("git", "-C", runner.workspace().toString()));
        line.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(line).start().waitFor()).isZero();
    }

    private FinishedRun refused(String code, String path, Seen seen) throws Exception {
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = runner.finish();
        run.failsAs(FailureKind.POLICY, code);
        assertThat(run.text("/verdict/reason")).contains(path);
        assertThat(run.report().at("/verdict/retryable").asBoolean()).isFalse();
        seen.exit(run.exitCode()).that(code).that("it names " + path);
        leftovers.noneAfter(run, seen);
        FinishedRun replayed = runner.replay(runner.folder().resolve("replayed"));
        assertThat(replayed.report().path("verdict")).isEqualTo(run.report().path("verdict"));
        assertThat(replayed.report().path("changes")).isEqualTo(run.report().path("changes"));
        seen.that("replay gives the same verdict");
        return run;
    }

    private static List<String> changed(FinishedRun run) {
        return run.report()
                .at("/changes/files")
                .valueStream()
                .map(file ->
                        file.path("kind").asString("") + " " + file.path("path").asString(""))
                .toList();
    }

    private static String warnings(FinishedRun run) {
        return String.join(
                "\n",
                run.report()
                        .path("warnings")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a command appends to the Jenkinsfile; codex's items name no file",
            promised = "exit 12, the file named, the report says that codex didn't tell")
    void a_jenkinsfile_changed_by_a_command(Seen seen) throws Exception {
        FinishedRun run = refused("gated-change", "Jenkinsfile", shell("echo evil >> Jenkinsfile", seen));

        assertThat(run.report().at("/items/fileChanges").isEmpty()).isTrue();
        assertThat(changed(run)).containsExactly("modified Jenkinsfile");
        assertThat(warnings(run)).contains("Changed without a word of codex").contains("Jenkinsfile");
    }

    private Seen shell(String command, Seen seen) throws Exception {
        Files.writeString(runner.workspace().resolve(Scripts.TASK_SCRIPT), command);
        runner.playing(Scripts.RUNS_TASK_SCRIPT);
        return seen;
    }

    @Test
    @Fault(area = Area.POLICY, made = "apply_patch on a workflow", promised = "exit 12, the workflow named")
    void a_workflow_changed_by_a_patch(Seen seen) throws Exception {
        runner.playing(Scripts.PATCHES_WORKFLOW);
        refused("gated-change", ".github/workflows/ci.yml", seen);
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a workflow deleted, and its folder replaced by a link",
            promised = "exit 12, both named")
    void a_workflow_folder_replaced_by_a_link(Seen seen) throws Exception {
        FinishedRun run =
                refused("gated-change", ".github/workflows", shell("rm -r .github && ln -s src .github", seen));

        assertThat(changed(run)).contains("deleted .github/workflows/ci.yml", "replaced .github");
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a new nested repository whose fsmonitor would run a program",
            promised = "exit 12 without starting git in it")
    void a_nested_repository_with_a_trap(Seen seen) throws Exception {
        refused(
                "gated-change",
                "lib/.git/config",
                shell(
                        "git init -q lib && printf '[core]\\n\\tfsmonitor = touch %s/trapped; false\\n' \"$PWD\" >> lib/.git/config",
                        seen));

        assertThat(runner.workspace().resolve("trapped")).doesNotExist();
        seen.that("its program never ran");
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a command writes a file that .gitignore hides, outside of --allow-changes",
            promised = "exit 12, the file named")
    void a_change_outside_the_allow_list_that_git_would_not_show(Seen seen) throws Exception {
        runner.option("--allow-changes", "src/**");
        refused(
                "unexpected-change",
                "hidden/x",
                shell("mkdir hidden; echo '*' > hidden/.gitignore; echo x > hidden/x", seen));
    }

    @Test
    @Fault(area = Area.POLICY, made = "apply_patch outside of --allow-changes", promised = "exit 12, the file named")
    void a_change_outside_the_allow_list_by_a_patch(Seen seen) throws Exception {
        runner.option("--allow-changes", "src/**").playing("work");
        refused("unexpected-change", "new.txt", seen);
    }

    @Test
    @Fault(area = Area.POLICY, made = "a file removed that --deny-changes names", promised = "exit 12, the file named")
    void a_denied_file_removed(Seen seen) throws Exception {
        runner.option("--deny-changes", "src/**");
        FinishedRun run = refused("denied-change", "src/App.java", shell("rm src/App.java", seen));

        assertThat(changed(run)).containsExactly("deleted src/App.java");
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a link turned to another target, outside of --allow-changes",
            promised = "exit 12, the link named")
    void a_link_turned_elsewhere(Seen seen) throws Exception {
        runner.option("--allow-changes", "src/**");
        refused("unexpected-change", "current (replaced)", shell("ln -sfn /etc current", seen));
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a hook and a commit, in danger-full-access, the working tree put back",
            promised = "exit 12, hook and branch named")
    void a_commit_of_the_agent_and_a_hook(Seen seen) throws Exception {
        runner.option("--sandbox", "danger-full-access").with("--allow-danger-full-access");
        FinishedRun run = refused(
                "gated-change",
                ".git/hooks/post-checkout",
                shell(
                        "echo evil >> Jenkinsfile; git -c user.name=a -c user.email=a@example.com commit -qam x; "
                                + "git checkout -q HEAD~1 -- Jenkinsfile; echo x > .git/hooks/post-checkout",
                        seen));

        assertThat(changed(run)).anyMatch(line -> line.startsWith("modified .git/refs/heads/"));
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a Jenkinsfile changed, and then the time is up",
            promised = "exit 12, not 11: a second run would begin with the changed file")
    void a_gated_change_of_a_run_that_failed_otherwise(Seen seen) throws Exception {
        runner.option("--idle-timeout", "10s"); // of which the command begins in the first
        FinishedRun run = refused("gated-change", "Jenkinsfile", shell("echo evil >> Jenkinsfile; sleep 600", seen));

        assertThat(warnings(run)).contains("[idle-timeout]");
        seen.that("a warning names the timeout");
    }

    @Test
    @Fault(
            area = Area.POLICY,
            made = "a Jenkinsfile changed that --allow-gated-changes names, with an allow-list that doesn't",
            promised = "success; the report calls the change gated")
    void a_switch_allows_what_is_named(Seen seen) throws Exception {
        runner.option("--allow-gated-changes", "Jenkinsfile").option("--allow-changes", "src/**");
        FinishedRun run = shellRun("echo fine >> Jenkinsfile; echo fine >> src/App.java");

        run.succeeds();
        assertThat(run.report().at("/changes/gated").asInt()).isEqualTo(1);
        seen.exit(run.exitCode()).that("success, the change marked as gated");
    }

    private FinishedRun shellRun(String command) throws Exception {
        Files.writeString(runner.workspace().resolve(Scripts.TASK_SCRIPT), command);
        return runner.playing(Scripts.RUNS_TASK_SCRIPT).finish();
    }

    @Test
    void a_change_that_was_taken_back_is_none() throws Exception {
        FinishedRun run =
                shellRun("cp Jenkinsfile /tmp/$$ && echo x >> Jenkinsfile && cat /tmp/$$ > Jenkinsfile; rm /tmp/$$");

        run.succeeds();
        assertThat(run.report().at("/changes/count").asInt(-1)).isZero();
    }

    @Test
    void a_read_only_run_changes_nothing() throws Exception {
        FinishedRun run =
                runner.option("--sandbox", "read-only").playing("work").finish();

        // Looked at all the same, because of the overrides that lead to the stand-in.
        assertThat(run.report().at("/changes/count").asInt(-1)).isZero();
    }
}
