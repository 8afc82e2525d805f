package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What codex reads by itself it reads outside of the sandbox, with the token in its environment. Whatever a repository or
 * the agent may make it read must not lead there.
 */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodexOwnReadingIT {

    private static final Path ENVIRONMENT = Path.of("/proc/self/environ");

    private final Scene scene;

    CodexOwnReadingIT(Scene scene) {
        this.scene = scene;
    }

    /** Without a file that is to be hidden, as on a machine that logs in to Vault by the CI's own token. */
    private RunnerProcess withoutFiles(String token) throws Exception {
        return scene.run()
                .without("--vault-addr")
                .without("--vault-ca")
                .without("--vault-auth")
                .without("--vault-role-id")
                .without("--vault-secret-id-file")
                .without("--vault-path")
                .option("--token-source", "env")
                .env("CODEX_ACCESS_TOKEN", token);
    }

    private static void linkTo(Path target, Path link) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static Stream<String> instructions() {
        return Stream.of("AGENTS.md", "AGENTS.override.md");
    }

    @ParameterizedTest
    @MethodSource("instructions")
    @Fault(
            area = Area.AGENT,
            made = "the repository's instructions are a link to /proc/self/environ",
            promised = "exit 12 before the token is fetched")
    void instructions_that_lead_to_the_environment(String name, Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        linkTo(ENVIRONMENT, runner.workspace().resolve(name));
        int before = scene.requestsSoFar();

        FinishedRun run = runner.finish().failsAs(FailureKind.POLICY, "leads-out-of-checkout");

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        assertThat(run.text("/verdict/reason")).contains(name);
        seen.exit(run.exitCode()).that("no token fetched, codex not started");
    }

    private static Stream<String> inputs() {
        return Stream.of("--prompt-file", "--output-schema", "--image");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    @Fault(
            area = Area.AGENT,
            made = "a file of the checkout that an option names is a link to the user's credentials",
            promised = "exit 12 before the token is fetched")
    void inputs_that_lead_to_credentials(String option, Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path netrc = Files.writeString(
                runner.folder().resolve("home/.netrc"), "machine x login y password hunter2hunter2hunter2\n");
        Path link = runner.workspace().resolve("input.json");
        linkTo(netrc, link);
        if (option.equals("--prompt-file")) {
            runner.promptArgument(Optional.empty());
        }
        int before = scene.requestsSoFar();

        FinishedRun run =
                runner.with(option, link.toString()).finish().failsAs(FailureKind.POLICY, "leads-out-of-checkout");

        assertThat(scene.requestsSoFar()).isEqualTo(before);
        seen.exit(run.exitCode()).that("no token fetched, codex not started");
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made =
                    "the agent links AGENTS.md to /proc/self/environ and starts another agent, which takes it as instructions",
            promised = "no model gets to see the environment, and both get the instructions of the checkout")
    void an_agent_that_gives_another_one_its_instructions(Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = scene.run(token)
                .playing(Scripts.INSTRUCTS_ANOTHER_AGENT)
                // Else that change alone would end the run as a failure, but only after it has done its harm.
                .with("--allow-gated-changes", "AGENTS.md");
        Files.writeString(runner.workspace().resolve("AGENTS.md"), "CHECKED-OUT-INSTRUCTIONS\n");

        FinishedRun run = runner.finish().succeeds();

        assertThat(runner.workspace().resolve("AGENTS.md")).isSymbolicLink();
        List<String> asked = scene.backend().latestModelRequests().stream()
                .filter(body -> body.contains(runner.workspace().toString()))
                .toList();
        assertThat(asked).anyMatch(body -> body.contains(Scripts.OTHER_AGENTS_TASK) && !body.contains("[scenario:"));
        assertThat(asked)
                .allMatch(body -> !body.contains(token))
                .allMatch(body -> body.contains("CHECKED-OUT-INSTRUCTIONS"));
        seen.exit(run.exitCode()).that("the token in no request, the instructions in each");
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made = "the agent links a file to /proc/self/environ, and has codex move it by a patch that changes it",
            promised = "what is moved is another process's environment, without the token")
    void an_agent_that_has_codex_copy_the_environment(Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        RunnerProcess runner = withoutFiles(token).playing(Scripts.PATCHES_THE_ENVIRONMENT);

        FinishedRun run = runner.finish().succeeds();

        assertThat(Files.readString(runner.workspace().resolve("moved"))).doesNotContain(token);
        assertThat(Files.readString(run.reportDir().resolve("events.jsonl"))).doesNotContain(backwards(token));
        assertThat(run.report().at("/credential/exposed").asBoolean()).isFalse();
        seen.exit(run.exitCode()).that("no token in it");
    }
}
