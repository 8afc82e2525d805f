package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command of a rotation waits for, {@code --timeout} ends it. */
@Timeout(value = 50, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RotationBoundsTest {

    private static final String TOKEN = "at-q7Wz3Lk9Tb2Xv8Rn4Hc6Yd1Pf5";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"exec sleep 100", "printf %s " + TOKEN + "; exec sleep 100"})
    void a_pipe_that_is_held_open_ends_stage_and_nothing_of_it_is_shown(String program) throws IOException {
        Process pipe = new ProcessBuilder("sh", "-c", program).start();
        try {
            assertThat(run(pipe.getInputStream(), "http://127.0.0.1:1", "stage", "--timeout", "1s"))
                    .isEqualTo(3);
        } finally {
            pipe.destroyForcibly();
        }
        assertThat(text(err))
                .contains("did not come in whole within 1s", "standard input is read to its end", "--token-file")
                .contains("staged-token-awaited")
                .doesNotContain(TOKEN);
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RotationAction.class,
            names = {"STAGE", "PROMOTE", "CONFIRM_REVOKED", "STATUS"})
    void a_vault_that_never_answers_ends_the_command_at_its_timeout(RotationAction action) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process pipe = new ProcessBuilder("printf", TOKEN).start();
            String vault = "http://127.0.0.1:" + silent.getLocalPort();
            assertThat(run(
                            pipe.getInputStream(),
                            vault,
                            action.toString(),
                            "--timeout",
                            "1s",
                            "--vault-timeout",
                            "5m",
                            "--json"))
                    .isEqualTo(11);
        }
        assertThat(text(err)).contains("rotation-timed-out", "within 1s", "codex-runner rotation status");
        assertThat(text(out)).contains("\"code\":\"rotation-timed-out\"", "\"exitCode\":11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-stdin-several-lines", "token-stdin-too-large"})
    void what_can_be_no_token_is_a_source_that_is_malformed(String code) throws IOException {
        String print = code.endsWith("large") ? "head -c 2000000 /dev/zero | tr '\\0' a" : "printf '%s\\nx' " + TOKEN;
        Process pipe = new ProcessBuilder("sh", "-c", print).start();
        assertThat(run(pipe.getInputStream(), "http://127.0.0.1:1", "stage")).isEqualTo(3);
        assertThat(text(err)).contains(code).doesNotContain(TOKEN, "aaaaaaaa");
        pipe.destroyForcibly();
    }

    @Test
    void the_help_tells_of_each_command_what_its_timeout_bounds() {
        assertThat(help("stage")).contains("bound for the token on standard input, and then for the step [5m]");
        assertThat(help("promote")).contains("bound for the whole command [5m]");
        assertThat(help("verify"))
                .contains("tiny run of codex that proves the token")
                .contains("[2m]");
        assertThat(help("check")).contains("bound for all paths together [10m]");
    }

    @Test
    void no_help_offers_what_rotation_refuses() {
        Stream.of(RotationAction.values())
                .forEach(action -> assertThat(help(action.toString()))
                        .contains("--vault-kv-version=auto|2", "version 1 can't be rotated")
                        .contains("bound for the login to Vault, and for each request")
                        .doesNotContain("1|2"));
    }

    private static String help(String action) {
        return new Console().run("rotation", action, "--help").out().replaceAll("\\s+", " ");
    }

    private int run(InputStream in, String vault, String action, String... more) throws IOException {
        Path vaultToken = Files.createFile(
                folder.resolve("vault-token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(vaultToken, "s.0123456789");
        List<String> line = new ArrayList<>(List.of("rotation", action, "--vault-addr", vault));
        line.addAll(List.of("--vault-auth", "token", "--vault-token-file", vaultToken.toString()));
        line.addAll(List.of("--vault-path", "secret/ci/codex"));
        if (action.equals("stage")) {
            line.addAll(List.of("--owner", "me", "--token-name", "it", "--expires-at", "never"));
        }
        line.addAll(List.of(more));
        return new CommandLineApp(
                        new WiredUseCases(), new Surroundings(Map.of(), in, printed(out), printed(err), false))
                .run(line.toArray(String[]::new));
    }

    private static PrintStream printed(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
