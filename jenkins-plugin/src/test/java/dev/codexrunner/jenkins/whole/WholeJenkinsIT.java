package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * In the Jenkins that {@code -Djenkins.war}, {@code -Djenkins.plugins} and {@code -Dcodexrunner.hpi} name. What was seen lies in
 * {@code target/whole-jenkins}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeJenkinsIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);
    private static final int STEPS_AT_ONCE = 50;

    private static Optional<Scene> started = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        started = Optional.of(Scene.set(Named.orSkip("the plugin in a whole Jenkins")));
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    @Test
    @Order(10)
    void a_pipeline_gets_the_verdict_as_a_map_and_pages_that_show_it() throws Exception {
        Build build = scene().start("review", Jobs.pipeline("""
                node('linux') {
                  writeFile file: 'greeting.sh', text: 'echo hello'
                  def result = %s
                  echo "kind=${result.kind} success=${result.success} files=${result.changedFiles} tokens=${result.usage.totalTokens}"
                  echo "url=${result.url}"
                }
                """.formatted(
                        scene().codexExec("prompt: '[review] Review this', sandbox: 'workspace-write', "
                                + Scene.byAppRole("vault-runner")))));

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(ended.console()).contains("kind=success success=true files=[FINDINGS.md]");
        String page = ended.console().replaceAll("(?s).*url=(\\S+).*", "$1");
        assertThat(scene().rest().get(build.path() + page))
                .contains("FINDINGS.md", "<strong>no test</strong>")
                .doesNotContain("<script>alert", "href=\"javascript:");
        assertThat(scene().rest().get(build.path())).contains("codex-runner");
        assertThat(scene().rest().get("job/review/")).contains("codex-trend");
        assertThat(scene().rest().get("job/review/codex-trend/")).contains("#1");
        assertThat(scene().rest().get(build.path() + "codex-runner/api/json?depth=2"))
                .contains("\"count\":1", "\"failed\":0", "\"kind\":\"success\"");
        assertThat(scene().rest().get("job/review/codex-trend/api/json?depth=2"))
                .contains("\"successPercent\":100");
        scene().figures().note("Pipeline with AppRole on an agent: SUCCESS, pages and remote API answer");
    }

    @Test
    @Order(11)
    void a_failed_turn_fails_the_build_with_its_reason() throws Exception {
        Build.Ended ended = scene().start(
                        "refused", Jobs.pipeline(onAgent("prompt: '[refused] x', credentialsId: 'access-token'")))
                .await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
        assertThat(ended.console()).contains("The model refused this prompt.");
    }

    @Test
    @Order(12)
    void a_token_with_a_bad_signature_ends_as_a_credential_that_was_refused() throws Exception {
        Build.Ended ended = scene().start(
                        "badtoken", Jobs.pipeline(onAgent("prompt: '[review] x', credentialsId: 'bad-token'")))
                .await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
        assertThat(ended.console()).contains("exit code 4");
    }

    @Test
    @Order(13)
    void a_freestyle_job_does_it_too() throws Exception {
        Build build = scene().start("freestyle", Jobs.freestyle("""
                <dev.codexrunner.jenkins.exec.CodexExecBuilder><step>
                  <prompt>[review] Review this</prompt>
                  <vault><auth>approle</auth><path>secret/ci/codex#access_token</path><credentialsId>vault-runner</credentialsId></vault>
                  <sandbox>workspace-write</sandbox>
                  <caBundle>%s</caBundle><codexPath>%s</codexPath><config>%s</config>
                </step></dev.codexrunner.jenkins.exec.CodexExecBuilder>
                """.formatted(
                        scene().services().authorities(),
                        scene().services().read("codex-path"),
                        Jobs.escaped(scene().services().config(true)))));

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(scene().rest().get(build.path() + "codex-runner/api/json?depth=2"))
                .contains("\"kind\":\"success\"");
    }

    @Test
    @Order(14)
    void a_rotation_check_tells_of_the_token_in_the_vault() throws Exception {
        Build build = scene().start("rotation", Jobs.pipeline("""
                node('linux') {
                  def check = codexRotationCheck(vault: [auth: 'approle', path: 'secret/ci/codex#access_token', credentialsId: 'vault-checker'],
                    caBundle: %s, config: %s)
                  echo "check=${check}"
                }
                """.formatted(
                        Jobs.quoted(scene().services().authorities()),
                        Jobs.quoted(scene().services().config(false)))));

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(ended.console()).contains("check=[", "platform@example.com");
    }

    @Test
    @Order(20)
    void a_killed_controller_finds_the_run_again_and_no_event_is_lost() throws Exception {
        Build build = Minute.start(scene(), "controllerkilled");
        build.awaitLines("exit 0 after", 3);
        scene().controller().kill();
        TimeUnit.SECONDS.sleep(5);
        scene().controller().startAgain();

        Minute.endsWithoutLoss(scene(), build, "controller killed and started again");
    }

    @Test
    @Order(21)
    void an_agent_that_was_killed_for_twenty_seconds_finds_the_run_again_and_no_event_is_lost() throws Exception {
        Build build = Minute.start(scene(), "agentkilled");
        build.awaitLines("exit 0 after", 3);
        scene().agent().kill();
        TimeUnit.SECONDS.sleep(20);
        scene().agent().startAgain();

        Minute.endsWithoutLoss(scene(), build, "agent killed, started again after 20 s");
    }

    @Test
    @Order(22)
    void an_agent_that_was_out_of_reach_for_twenty_seconds_loses_no_event() throws Exception {
        Build build = Minute.start(scene(), "agentstopped");
        build.awaitLines("exit 0 after", 3);
        scene().agent().stopFor(Duration.ofSeconds(20));

        Minute.endsWithoutLoss(scene(), build, "agent stopped for 20 s");
    }

    @Test
    @Order(30)
    void after_an_abort_no_process_is_left_on_the_agent() throws Exception {
        Build build = scene().start(
                        "aborted", Jobs.pipeline(onAgent("prompt: '[forever] x', " + Scene.byAppRole("vault-runner"))));
        build.awaitLines("exit 0 after", 1);
        List<String> marks = List.of(scene().agent().workspace("aborted").toString());
        assertThat(Processes.with(marks)).anyMatch(process -> process.contains("codex-runner.jar"));

        build.stop();
        Duration taken = Waiting.untilTrue(
                "The end of all processes",
                Duration.ofSeconds(15),
                () -> Processes.with(marks).isEmpty());
        Build.Ended ended = build.await(Duration.ofMinutes(1));

        assertThat(ended.result()).as(ended.console()).isEqualTo("ABORTED");
        assertThat(build.kept("report.json")).hasSize(1);
        scene().figures().note("abort: no process left after " + taken.toMillis() + " ms");
    }

    @Test
    @Order(40)
    void fifty_steps_at_once_cost_the_controller_less_than_a_thread_and_a_megabyte_each() throws Exception {
        Load before = Load.of(scene().rest());
        Build build = scene().start("fifty", Jobs.pipeline("""
                def branches = [:]
                for (int i = 0; i < %d; i++) {
                  branches["branch ${i}"] = { node('linux') { %s } }
                }
                parallel branches
                """.formatted(
                STEPS_AT_ONCE,
                scene().codexExec("prompt: '[hold] x', sandbox: 'workspace-write', credentialsId: 'access-token'"))));
        Waiting.untilTrue("All steps", Duration.ofMinutes(9), () -> running("fifty") >= STEPS_AT_ONCE);
        Load during = Load.of(scene().rest());
        int still = running("fifty");
        build.stop();
        Build.Ended ended = build.await(Duration.ofMinutes(9));
        List<String> left =
                Processes.with(List.of(scene().agent().workspace("fifty").toString()));
        Load after = Load.of(scene().rest());

        scene().figures()
                .note("before " + before + "; with " + still + " running " + during + "; all aborted at once, "
                        + left.size() + " processes left; after " + after);
        assertThat(ended.result()).isEqualTo("ABORTED");
        assertThat(left).isEmpty();
        assertThat(still).isEqualTo(STEPS_AT_ONCE);
        assertThat(during.threads() - before.threads()).isLessThan(STEPS_AT_ONCE);
        assertThat(during.heapBytes() - before.heapBytes()).isLessThan(STEPS_AT_ONCE * 1_000_000L);
    }

    @Test
    @Order(50)
    void no_secret_is_anywhere_in_the_controllers_or_the_agents_files() throws Exception {
        SecretForms forms = SecretForms.of(scene().services());
        Path canary = Files.createDirectories(scene().controller().home().resolve("canary"));
        Path planted = canary.resolve("planted.txt");
        Files.writeString(planted, forms.allForms());
        SecretForms.Found withCanary = forms.below(canary);
        Files.delete(planted);

        SecretForms.Found home = forms.below(scene().controller().home());
        SecretForms.Found agent = forms.below(scene().agent().root());
        SecretForms.Found seen = forms.below(scene().folder().resolve("consoles"));

        assertThat(withCanary.places()).hasSize(forms.count());
        assertThat(home.places()).isEmpty();
        assertThat(agent.places()).isEmpty();
        assertThat(seen.places()).isEmpty();
        assertThat(home.files()).isGreaterThan(100);
        scene().figures()
                .note(forms.count() + " forms of 4 secrets: all found where planted, none in " + home.files()
                        + " files of JENKINS_HOME, " + agent.files() + " of the agent, " + seen.files() + " consoles");
    }

    @Test
    @Order(60)
    void pages_look_as_they_should_and_break_no_content_security_policy() throws Exception {
        Assumptions.assumeTrue(Browser.program().isPresent(), "no Chromium is on PATH");
        Browser browser = new Browser(scene().folder());
        String url = scene().controller().url();
        String page = url + "job/review/1/"
                + scene().rest().get("job/review/1/consoleText").replaceAll("(?s).*url=(\\S+).*", "$1");

        for (String[] each : List.of(
                new String[] {"build", url + "job/review/1/", "2200"},
                new String[] {"run", page, "2200"},
                new String[] {"runs", url + "job/review/1/codex-runner/", "2200"},
                new String[] {"job", url + "job/review/", "2200"},
                new String[] {"trend", url + "job/review/codex-trend/", "2200"},
                new String[] {"configuration", url + "manage/configure", "5000"},
                new String[] {"freestyle-configuration", url + "job/freestyle/configure", "5000"})) {
            List<String> console = browser.picture(each[1], each[0], 1280, Integer.parseInt(each[2]));
            scene().figures().note("console of page " + each[0] + ": " + (console.isEmpty() ? "empty" : console));
            assertThat(console).noneMatch(line -> line.contains("Content Security Policy"));
        }
    }

    @Test
    @Order(70)
    void the_plugin_came_without_a_warning_survives_a_restart_and_can_go() throws Exception {
        scene().controller().restart();
        assertThat(Scene.pluginIsActive(scene().controller())).isTrue();
        assertThat(scene().rest().get("job/review/1/codex-runner/api/json?depth=2"))
                .contains("\"kind\":\"success\"");
        List<String> warnings = warningsOfOurs();
        assertThat(warnings).isEmpty();

        scene().rest().post("pluginManager/plugin/codex-runner/doUninstall");
        scene().controller().restart();

        assertThat(Scene.pluginIsActive(scene().controller())).isFalse();
        for (String job : List.of("review", "freestyle", "rotation")) {
            assertThat(scene().rest().get("job/" + job + "/1/api/json?tree=result"))
                    .contains("\"result\":\"SUCCESS\"");
        }
        scene().figures().note("restart and uninstallation: plugin gone, jobs and builds load");
    }

    private static List<String> warningsOfOurs() throws IOException {
        List<String> lines = scene().controller().log().lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).matches(".*(WARN|SEVERE|Rejected|codexrunner.*Exception).*"))
                .mapToObj(at -> String.join(" | ", lines.subList(at, Math.min(at + 4, lines.size()))))
                // Jenkins looks for them where its update site would be, which no Jenkins without a way out has.
                .filter(text -> !text.contains("UpdateSite$Plugin#getNeededDependencies"))
                .filter(text -> text.toLowerCase(java.util.Locale.ROOT).contains("codex")
                        || text.contains("JEP-200")
                        || text.contains("Rejected"))
                .toList();
    }

    private static String onAgent(String arguments) throws IOException {
        return "node('linux') { " + scene().codexExec(arguments) + " }";
    }

    /** How many of its runs have come to their first command. */
    private static int running(String job) throws IOException {
        Path workspaces = Files.createDirectories(scene().agent().root().resolve("workspace"));
        try (var folders = Files.list(workspaces)) {
            return (int)
                    folders.filter(folder -> folder.getFileName().toString().matches(job + "(@\\d+)?"))
                            .filter(folder -> Files.exists(folder.resolve("held.txt")))
                            .count();
        }
    }
}
