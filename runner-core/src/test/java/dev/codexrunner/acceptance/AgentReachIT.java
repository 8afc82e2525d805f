package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An agent that prints all that it can lay hands on: what it gets to see, and what comes out. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgentReachIT {

    private final Scene scene;

    AgentReachIT(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only", "workspace-write", "danger-full-access"})
    @Fault(
            area = Area.AGENT,
            made = "the agent prints its environment, /proc and every file around it",
            promised = "no credential in any output")
    void an_agent_that_prints_all_in_its_reach(String sandbox, Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = in(sandbox, token).playing(Scripts.ALL_IN_REACH);
        LeakSearch search =
                LeakSearch.forToken(token).and(Bait.around(runner, scene).search());
        Leftovers leftovers = Leftovers.before(scene, runner);

        FinishedRun run = runner.finish().succeeds();

        assertThat(printed(run)).contains("HOME=" + run.home());
        assertThat(search.in(run.stdout() + run.stderr())).isEmpty();
        assertThat(search.in(run.reportDir())).isEmpty();
        seen.exit(run.exitCode()).that("no credential in console, events or reports");
        leftovers.noneAfter(run, seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-only", "workspace-write"})
    @Fault(
            area = Area.AGENT,
            made = "the same, each line backwards, so that no redactor knows it again",
            promised = "codex's sandbox gives the agent no credential at all")
    void an_agent_that_disguises_what_it_prints(String sandbox, Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = in(sandbox, token).playing(Scripts.ALL_IN_REACH_BACKWARDS);
        LeakSearch search =
                LeakSearch.forToken(token).and(Bait.around(runner, scene).search());

        FinishedRun run = runner.finish().succeeds();

        String printed = forwards(printed(run));
        assertThat(printed).contains("HOME=" + run.home());
        assertThat(search.in(printed)).isEmpty();
        assertThat(run.report().at("/credential/exposed").asBoolean()).isFalse();
        seen.exit(run.exitCode()).that("the agent saw none of them");
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made = "without a sandbox, the agent prints the same backwards",
            promised = "refused unless allowed by name; then the report says that the token was exposed")
    void an_agent_without_a_sandbox_that_disguises_what_it_prints(Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = in("danger-full-access", token).playing(Scripts.ALL_IN_REACH_BACKWARDS);
        LeakSearch search =
                LeakSearch.forToken(token).and(Bait.around(runner, scene).search());

        FinishedRun run = runner.finish().succeeds();

        // All of it, or the tests above would look for what was never there to be seen. The private key is within the
        // JWT's payload, and a checkout's password within what encodes it.
        Set<String> expected = new TreeSet<>(search.names());
        expected.removeAll(List.of("the private key", "checkout", "checkout, version 6", "docker"));
        assertThat(search.in(forwards(printed(run)))).containsAll(expected);
        assertThat(run.report().at("/credential/exposed").asBoolean()).isTrue();
        assertThat(run.report().path("warnings").toString()).contains("can read credentials");
        seen.exit(run.exitCode()).that("credential.exposed is true, a warning names the files");
    }

    private RunnerProcess in(String sandbox, String token) throws Exception {
        RunnerProcess runner = scene.run(token).option("--sandbox", sandbox);
        return sandbox.equals("danger-full-access") ? runner.with("--allow-danger-full-access") : runner;
    }

    /** What the commands printed, from the events: a report may show only a part of it. */
    private static String printed(FinishedRun run) throws IOException {
        List<String> lines = Files.readAllLines(run.reportDir().resolve("events.jsonl"));
        return lines.stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(event -> event.path("type").asString("").equals("item.completed"))
                .map(event -> event.at("/item/aggregated_output").asString(""))
                .collect(Collectors.joining());
    }

    private static String forwards(String printed) {
        return printed.lines()
                .map(line -> new StringBuilder(line).reverse().toString())
                .collect(Collectors.joining("\n"));
    }
}
