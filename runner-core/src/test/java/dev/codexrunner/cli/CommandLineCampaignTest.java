package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.SettingCatalogue;
import dev.codexrunner.events.StreamMutations;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Seeded nonsense for the option parser and for configuration files: never a bug's exit code, never a hang. */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandLineCampaignTest {

    private static final long SEED = 42;
    private static final List<String> COMMANDS = List.of(
            "exec",
            "replay",
            "replay --codex-exit-code 0",
            "redact",
            "rotation",
            "rotation stage",
            "rotation status",
            "rotation check",
            "doctor",
            "config validate",
            "config show",
            "config show --json",
            "help",
            "version",
            "");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "--",
            "---",
            "=",
            "a=b",
            "@/etc/passwd",
            "${env:HOME}",
            "%s%n",
            "\uFFFD",
            "\uD800",
            "\u202E",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "NaN",
            "\u0661",
            "1h",
            "0s",
            "999999h",
            "../../x",
            "/dev/zero",
            "/",
            ".",
            "~",
            "a\nb",
            "a,b,,c",
            "{\"a\":1}",
            "[",
            "'",
            "\"",
            "\\",
            "true",
            "null",
            "https://",
            "http://[",
            "file:///x",
            "x".repeat(5_000),
            "secret/ci/codex#access_token",
            "#",
            "a/b#c",
            "hvs.abcdefghijklmnop");
    private static final String FILE = """
            # a comment
            timeout: 10m
            retries: 1
            model: "gpt-5"
            sandbox: workspace-write
            fail-on: [declined, patch-failed]
            require:
              - out/a.txt
              - 'out/b.txt'
            codex-sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            idle-timeout: 5m
            progress: plain
            json: true
            """;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Console console = new Console();

    @Test
    void no_command_line_is_a_bug_of_ours() {
        List<String> names = SettingCatalogue.all().stream()
                .flatMap(setting -> Stream.concat(setting.flag().stream(), setting.shortFlag().stream()))
                .toList();
        long lines = Campaign.size(300, 20_000);
        for (long number = 0; number < lines; number++) {
            List<String> line = new ArrayList<>(List.of(any(COMMANDS).split(" ")));
            for (int words = random.nextInt(6); words > 0; words--) {
                switch (random.nextInt(4)) {
                    case 0 -> line.addAll(List.of(any(names), any(VALUES)));
                    case 1 -> line.add(any(names) + "=" + any(VALUES));
                    case 2 -> line.add(any(VALUES));
                    default -> line.add(broken(any(names)));
                }
            }
            Console.Run run = console.run(line.toArray(String[]::new));
            assertThat(run.exitCode())
                    .as("seed %s, line %s: %s%n%s", SEED, number, line, run.err())
                    .isIn(0, FailureKind.CONFIG.exitCode(), FailureKind.POLICY.exitCode());
        }
        Campaign.tried("command lines of nonsense", lines, SEED, "never exit 1, no stack trace");
    }

    @Test
    void no_configuration_file_is_a_bug_of_ours() throws IOException {
        Path file = folder.resolve("codex-runner.yaml");
        assertThat(validated(Files.writeString(file, FILE)).exitCode()).isZero();
        StreamMutations mutations = new StreamMutations(SEED);
        long files = Campaign.size(1_000, 20_000);
        for (long number = 0; number < files; number++) {
            Files.write(file, mutations.broken(FILE.getBytes(StandardCharsets.UTF_8)));
            Console.Run run = validated(file);
            assertThat(run.exitCode())
                    .as("seed %s, file %s: %s", SEED, number, run.err())
                    .isIn(0, FailureKind.CONFIG.exitCode(), FailureKind.POLICY.exitCode());
        }
        Campaign.tried("mutated configuration files", files, SEED, "never exit 1, no stack trace");
    }

    private Console.Run validated(Path file) {
        return console.run("config", "validate", "--config", file.toString());
    }

    private String broken(String name) {
        int at = random.nextInt(name.length() + 1);
        return name.substring(0, at) + any(VALUES) + name.substring(at);
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
