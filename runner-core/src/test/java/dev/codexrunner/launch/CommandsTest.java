package dev.codexrunner.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandsTest {

    private static final Secret TOKEN = Secret.of("access-token", "at-0123456789");

    private final Path folder;
    private final RunId runId = RunId.random();

    CommandsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private BoundedCommand command(Duration timeout) {
        return new BoundedCommand(Supervisor.ofThisSystem(), timeout);
    }

    private BoundedCommand.Result run(String script, Duration timeout) throws Exception {
        return command(timeout)
                .run(FakeCodex.script(folder, script), List.of(), FakeCodex.environment(), folder, runId, "in");
    }

    private void store(String script) throws Exception {
        new StoredLogin(command(FakeCodex.LONG))
                .store(FakeCodex.script(folder, script), FakeCodex.environment(), folder, runId, TOKEN);
    }

    @Test
    void a_flood_is_cut_and_the_command_still_ends() throws Exception {
        BoundedCommand.Result result = run("head -c 10000000 /dev/zero; cat >&2", FakeCodex.LONG);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.stdout()).hasSize(BoundedCommand.KEPT);
        assertThat(result.stderr()).isEqualTo("in");
    }

    @Test
    void one_that_takes_too_long_is_ended() throws Exception {
        BoundedCommand.Result result = run("sleep 300", Duration.ofMillis(200));

        assertThat(result.succeeded()).isFalse();
        assertThat(FakeCodex.anyLeft(runId)).isFalse();
    }

    @Test
    void a_stored_login_gets_the_token_on_stdin_only() throws Exception {
        String checks = """
                [ "$*" = "login --with-access-token" ] || exit 1
                env | grep -q at-0123456789 && exit 2
                read -r token
                [ "$token" = at-0123456789 ] && [ "$CODEX_HOME" = "$PWD" ]""";

        assertThatCode(() -> store(checks)).doesNotThrowAnyException();
    }

    @Test
    void a_failed_login_tells_codexs_reason_and_log_but_never_the_token() throws Exception {
        assertThatThrownBy(() -> store("echo 'Error logging in with access token: bad at-0123456789' >&2; exit 1"))
                .hasMessageContaining("bad [access-token]")
                .hasMessageNotContaining("at-0123456789");
    }
}
