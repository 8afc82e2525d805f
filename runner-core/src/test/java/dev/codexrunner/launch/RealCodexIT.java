package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.TokenKind;
import dev.codexrunner.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only the real codex can tell: that it takes our arguments, and whose token wins. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealCodexIT {

    private static final String THREAD = "0190aaaa-0000-7000-8000-000000000000";

    private final Path codex = NativePackage.ofThisMachine()
            .behind(Path.of(System.getProperty("codexrunner.root", ".."))
                    .toAbsolutePath()
                    .normalize()
                    .resolve(".tools/codex/node_modules/@openai/codex/bin/codex.js"))
            .or(() -> Optional.of(Path.of("absent")))
            .map(found -> Path.of(System.getProperty("codexrunner.codex", found.toString())))
            .orElseThrow();
    private final Path base;
    private final RunId runId = RunId.random();
    private final BoundedCommand command = new BoundedCommand(Supervisor.ofThisSystem(), Duration.ofSeconds(30));

    RealCodexIT() throws Exception {
        this.base = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "real-codex");
    }

    @BeforeEach
    void codex_is_there() {
        assumeTrue(Files.isExecutable(codex), "no codex: set -Dcodexrunner.codex or run scripts/test, which brings it");
    }

    @AfterEach
    void remove() {
        FolderRemoval.remove(base);
    }

    private BoundedCommand.Result exec(CodexConfig config, Optional<String> resume) throws Exception {
        Path repo = Files.createDirectories(base.resolve("repo"));
        Path home = Files.createDirectories(base.resolve("home"));
        List<String> line = CodexArguments.of(
                Configs.task(repo, resume),
                config,
                Configs.policy(List.of(), List.of()),
                CodexHomeSettings.none(),
                List.of(),
                runId);
        return command.run(codex, line, FakeCodex.environment().withCodexHome(home), repo, runId, "say hello");
    }

    @Test
    void every_argument_is_accepted_by_the_strict_real_one() throws Exception {
        // No thread of that id: the first thing that codex looks at once it has taken every option and setting.
        assertThat(exec(Configs.codex(List.of(), List.of()), Optional.of(THREAD))
                        .stderr())
                .contains("no rollout found for thread id")
                .doesNotContain("unknown");
    }

    @Test
    void a_setting_that_it_does_not_know_is_refused_so_that_the_test_above_can_fail() throws Exception {
        assertThat(exec(Configs.codex(List.of("no_such_key=1"), List.of()), Optional.of(THREAD))
                        .stderr())
                .contains("unknown configuration field `no_such_key`");
    }

    @Test
    void our_token_wins_over_an_auth_json_in_a_given_home() throws Exception {
        Path home = Files.createDirectories(base.resolve("home"));
        Files.writeString(home.resolve("auth.json"), "{\"OPENAI_API_KEY\":\"sk-somebody-elses\"}");
        List<String> status = List.of("login", "status");
        ChildEnvironment environment =
                ChildEnvironment.allowed(Map.of(), List.of(), List.of()).withCodexHome(home);

        assertThat(command.run(codex, status, environment, base, runId, "").stderr())
                .contains("API key configured");
        assertThat(command.run(
                                codex,
                                status,
                                environment.withToken(Secret.of("token", "no.jwt.atall"), TokenKind.ACCESS_TOKEN),
                                base,
                                runId,
                                "")
                        .stderr())
                .contains("agent identity JWT");
    }

    @Test
    void a_login_that_is_stored_fails_with_its_reason_and_a_log() throws Exception {
        Path home = Files.createDirectories(base.resolve("home"));
        Secret token = Secret.of("access-token", "no-token-at-all");

        assertThatThrownBy(() -> new StoredLogin(command).store(codex, FakeCodex.environment(), home, runId, token))
                .hasMessageContaining("failed to decode agent identity JWT");
        assertThat(StoredLogin.log(home)).exists();
        assertThat(Files.readString(StoredLogin.log(home))).doesNotContain("no-token-at-all");
    }
}
