package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.Repository;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would run beside the sandbox, and could read the token: programs of a configuration, and of the environment. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgentSurroundingsIT {

    private final Scene scene;

    AgentSurroundingsIT(Scene scene) {
        this.scene = scene;
    }

    /** A setting by which codex would start that program, which would leave its mark. */
    private static String starting(String key, Path program) {
        String quoted = "\"" + program + "\"";
        return switch (key) {
            case "mcp_servers" -> "[mcp_servers.spy]\ncommand = " + quoted + "\n";
            case "notify" -> "notify = [" + quoted + "]\n";
            case "hooks" ->
                "[features]\nhooks = true\n[[hooks.SessionStart]]\n[[hooks.SessionStart.hooks]]\n"
                        + "type = \"command\"\ncommand = " + quoted + "\n";
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Path marking(RunnerProcess runner, Path mark) throws IOException {
        Path program = runner.folder().resolve("spy");
        Files.writeString(program, "#!/bin/sh\nenv > " + mark + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @ParameterizedTest
    @CsvSource({"mcp_servers", "notify", "hooks"})
    @Fault(
            area = Area.AGENT,
            made = "the repository's .codex/config.toml starts a program outside the sandbox",
            promised = "it is not started")
    void a_repository_that_configures_codex(String key, Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path mark = runner.folder().resolve("started");
        Path settings = Files.createDirectory(runner.workspace().resolve(".codex"));
        Files.writeString(settings.resolve("config.toml"), starting(key, marking(runner, mark)));

        FinishedRun run = runner.finish().succeeds();

        assertThat(mark).doesNotExist();
        seen.exit(run.exitCode()).that("not started");
    }

    @ParameterizedTest
    @CsvSource({"notify,notify", "hooks,features"})
    @Fault(
            area = Area.AGENT,
            made = "a given CODEX_HOME's config.toml starts a program outside the sandbox",
            promised = "refused, unless the key is allowed by name")
    void a_given_home_that_starts_a_program(String key, String named, Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path mark = runner.folder().resolve("started");
        Path home = givenHome(runner, starting(key, marking(runner, mark)));
        int before = scene.requestsSoFar();

        FinishedRun run = runner.option("--codex-home", home.toString()).finish();

        run.failsAs(FailureKind.POLICY, "settings-refused");
        assertThat(run.text("/verdict/reason")).contains("--allow-override " + named);
        assertThat(mark).doesNotExist();
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        seen.exit(run.exitCode()).that("not started").that("no token fetched");
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made = "a given CODEX_HOME's config.toml has an MCP server that nobody named",
            promised = "the run goes on without that server")
    void a_given_home_with_a_server_that_nobody_named(Seen seen) throws Exception {
        RunnerProcess runner = scene.run();
        Path mark = runner.folder().resolve("started");
        Path home = givenHome(runner, starting("mcp_servers", marking(runner, mark)));

        FinishedRun run =
                runner.option("--codex-home", home.toString()).finish().succeeds();

        assertThat(mark).doesNotExist();
        seen.exit(run.exitCode()).that("not started");
    }

    @Test
    void a_server_that_was_named_does_start_and_sees_what_codex_sees() throws Exception {
        RunnerProcess runner = scene.run();
        Path mark = runner.folder().resolve("started");
        Path home = givenHome(runner, starting("mcp_servers", marking(runner, mark)));

        runner.option("--codex-home", home.toString())
                .with("--allow-mcp", "spy")
                .finish();

        // Were this file missing, the tests above would prove nothing.
        assertThat(mark).exists();
    }

    private static Path givenHome(RunnerProcess runner, String settings) throws IOException {
        Path home = Files.createDirectory(runner.folder().resolve("codex-home"));
        Files.writeString(home.resolve("config.toml"), settings);
        return home;
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, '-agentlib:jdwp=transport=dt_socket,server=y,suspend=n'",
        "JDK_JAVA_OPTIONS, -Djavax.net.debug=none",
        "_JAVA_OPTIONS, -XX:+HeapDumpOnOutOfMemoryError"
    })
    @Fault(
            area = Area.AGENT,
            made = "the environment gives every JVM an option that opens its memory",
            promised = "exit 12 before a secret is fetched")
    void options_from_the_environment(String variable, String option, Seen seen) throws Exception {
        int before = scene.requestsSoFar();

        FinishedRun run = scene.run().env(variable, option).finish();

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(FailureKind.POLICY.exitCode());
        assertThat(run.stderr()).contains("[jvm-options-refused,").contains(variable);
        assertThat(scene.requestsSoFar()).isEqualTo(before);
        seen.exit(run.exitCode()).that("named, nothing fetched");
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made = "the environment gives every JVM harmless options",
            promised = "the run goes on, and the agent's commands don't get them")
    void harmless_options_from_the_environment(Seen seen) throws Exception {
        FinishedRun run = scene.run()
                .playing(Scripts.ENVIRONMENT_BACKWARDS)
                .env("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=50")
                .finish()
                .succeeds();

        assertThat(run.text("/items/commands/0/output"))
                .contains(new StringBuilder("PATH=").reverse())
                .doesNotContain(new StringBuilder("JAVA_TOOL_OPTIONS").reverse());
        seen.exit(run.exitCode()).that("not passed on");
    }

    @ParameterizedTest
    @CsvSource({"scripts/codex-runner, true", "plain java, false"})
    @Fault(
            area = Area.AGENT,
            made = "the machine allows core files of any size",
            promised = "codex can leave none, and by the starter script the runner neither")
    void core_files(String starter, boolean byScript, Seen seen) throws Exception {
        RunnerProcess.Running running =
                EndFromOutsideIT.startedCommand(scene.run().allowingCoreFiles(byScript));
        List<ProcessHandle> codex = running.process()
                .descendants()
                .filter(AgentSurroundingsIT::isCodex)
                .toList();

        assertThat(codex).isNotEmpty();
        for (ProcessHandle process : codex) {
            assertThat(coreLimit(process)).isEqualTo("0 0");
        }
        if (byScript) {
            assertThat(coreLimit(running.process().toHandle())).isEqualTo("0 0");
        }
        running.signal("TERM");
        seen.exit(running.await().exitCode()).that(byScript ? "limit 0 for both" : "limit 0 for codex");
    }

    private static boolean isCodex(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/codex"))
                .isPresent();
    }

    /** Soft and hard limit. */
    private static String coreLimit(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "limits"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> line.startsWith("Max core file size"))
                .map(line -> line.replaceAll("Max core file size\\s+(\\S+)\\s+(\\S+).*", "$1 $2"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Fault(
            area = Area.AGENT,
            made = "the environment gives every JVM an agent, and the starter script is used",
            promised = "the script removes the variable")
    void options_from_the_environment_and_the_starter_script(Seen seen) throws Exception {
        FinishedRun run = scene.run()
                .throughTheScript()
                .env("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n")
                .finish()
                .succeeds();

        assertThat(run.stderr()).doesNotContain("JAVA_TOOL_OPTIONS");
        assertThat(Repository.read("scripts/codex-runner")).contains("unset JAVA_TOOL_OPTIONS");
        seen.exit(run.exitCode()).that("removed");
    }
}
