package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With durable tasks that are watched: agents write to the log by themselves, and nobody asks them for it. Jenkins has that
 * switched off unless it is told. In the Jenkins that the system properties of {@link WholeJenkinsIT} name.
 */
class WatchingIT {

    private static final String WATCH =
            "-Dorg.jenkinsci.plugins.workflow.steps.durable_task.DurableTaskStep.USE_WATCHING=true";
    private static final Duration A_RUN = Duration.ofMinutes(4);

    private static Optional<Scene> started = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        started = Optional.of(Scene.set(Named.orSkipped("watched tasks in a whole Jenkins"), Map.of(), List.of(WATCH)));
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            scene().close();
        }
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    @Test
    void what_an_agent_writes_is_masked_before_and_after_the_controller_was_killed() throws Exception {
        Path token = scene().services().folder().resolve("backend/token");
        String print = "echo \"it is $(cat " + token + "), in base64 $(base64 -w 0 " + token + ")\"";
        Build build = scene().start("masked", Jobs.pipeline("""
                node('linux') {
                  %s
                  sh 'set +x; %s; touch waiting; until [ -e go ]; do sleep 1; done; echo again; %s'
                }
                """.formatted(
                scene().codexExec("prompt: '[review] x', sandbox: 'workspace-write', credentialsId: 'access-token'"),
                print,
                print)));
        Path workspace = scene().agent().workspace("masked");
        Waiting.untilTrue("The shell", A_RUN, () -> Files.exists(workspace.resolve("waiting")));
        scene().controller().kill();
        scene().controller().startAgain();
        scene().agent().awaitOnline();
        Files.writeString(workspace.resolve("go"), "");

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        SecretForms forms = new SecretForms();
        forms.learn("token", scene().services().read("backend/token"));
        assertThat(forms.in(ended.console())).isEmpty();
        assertThat(Build.lines(ended.console(), "it is [redacted:")).isEqualTo(2);
        scene().figures()
                .note("watched: token masked in what the agent wrote before and after a KILL of the controller");
    }

    @Test
    void a_killed_controller_loses_no_event_of_a_run_that_is_watched() throws Exception {
        Build build = Minute.start(scene(), "controllerkilled");
        build.awaitLines("exit 0 after", 3);
        scene().controller().kill();
        TimeUnit.SECONDS.sleep(5);
        scene().controller().startAgain();

        Minute.endsWithoutLoss(scene(), build, "watched, controller killed and started again");
    }

    @Test
    void nor_does_an_agent_that_was_killed_for_twenty_seconds() throws Exception {
        Build build = Minute.start(scene(), "agentkilled");
        build.awaitLines("exit 0 after", 3);
        scene().agent().kill();
        TimeUnit.SECONDS.sleep(20);
        scene().agent().startAgain();

        Minute.endsWithoutLoss(scene(), build, "watched, agent killed, started again after 20 s");
    }

    @Test
    void nor_one_that_was_out_of_reach_for_twenty_seconds() throws Exception {
        Build build = Minute.start(scene(), "agentstopped");
        build.awaitLines("exit 0 after", 3);
        scene().agent().stopFor(Duration.ofSeconds(20));

        Minute.endsWithoutLoss(scene(), build, "watched, agent stopped for 20 s");
    }

    @Test
    void an_abort_leaves_no_process() throws Exception {
        Build build = scene().start(
                        "aborted",
                        Jobs.pipeline("node('linux') { "
                                + scene().codexExec("prompt: '[forever] x', " + Scene.byAppRole("vault-runner"))
                                + " }"));
        build.awaitLines("exit 0 after", 1);
        List<String> marks = List.of(scene().agent().workspace("aborted").toString());

        build.stop();
        Waiting.untilTrue(
                "The end of all processes",
                Duration.ofSeconds(15),
                () -> Processes.with(marks).isEmpty());
        Build.Ended ended = build.await(Duration.ofMinutes(1));

        assertThat(ended.result()).as(ended.console()).isEqualTo("ABORTED");
        assertThat(build.kept("report.json")).hasSize(1);
    }
}
