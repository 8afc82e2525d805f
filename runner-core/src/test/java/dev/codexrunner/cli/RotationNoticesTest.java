package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not masked is told of, by a rotation as by a run. */
class RotationNoticesTest {

    private static final String NOTICE = "The secret OPENAI_API_KEY is too short to be masked";

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "check", "promote", "check --paths-file /no/such/file", "status --json", "check --json"
            })
    void a_secret_that_is_too_short_to_be_masked_is_warned_of(String command, @TempDir Path folder) throws Exception {
        Path vaultToken = Files.createFile(
                folder.resolve("vault-token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(vaultToken, "s.0123456789");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int unused = new CommandLineApp(
                        new WiredUseCases(),
                        new Surroundings(
                                Map.of("OPENAI_API_KEY", "k-123"),
                                InputStream.nullInputStream(),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false))
                .run(("rotation " + command + " --vault-addr http://127.0.0.1:1 --vault-timeout 1s --timeout 5s"
                                + " --vault-auth token --vault-token-file " + vaultToken
                                + (command.contains("--paths-file") ? "" : " --vault-path secret/ci/codex"))
                        .split(" "));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("warning: " + NOTICE);
        if (command.endsWith("--json")) {
            assertThat(out.toString(StandardCharsets.UTF_8)).contains(NOTICE);
        }
    }

    @Test
    void what_is_too_long_or_too_short_has_a_sentence_each() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("short", "abc"));
        redactor.learn(Secret.of("good", "q7Wz3Lk9Tb2Xv8Rn4Hc6"));
        assertThat(redactor.notices())
                .containsExactly("The secret short is too short to be masked without hiding other text.");
        redactor.learn(Secret.of("long", "q7Wz3Lk9Tb2Xv8Rn4Hc6Yd1Pf5".repeat(100_000)));
        assertThat(redactor.notices())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("The secret long is masked in part at most: it is too long, or there are too many.");
    }
}
