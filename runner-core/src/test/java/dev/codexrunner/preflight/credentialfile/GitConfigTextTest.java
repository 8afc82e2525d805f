package dev.codexrunner.preflight.credentialfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against git itself, where it is there. */
class GitConfigTextTest {

    private static final Duration FAR_ABOVE_LINEAR = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        folder = folder.toRealPath();
    }

    static Stream<String> longLines() {
        return Stream.of(
                "\n".repeat(300_000),
                "[http]\nextraheader =" + " ".repeat(900_000),
                "extraheader = x\n" + " ".repeat(900_000) + "\n",
                "[include]\npath =" + " ".repeat(900_000) + "x",
                "[include]\n" + "path = x\n".repeat(100_000),
                "[".repeat(900_000),
                "[a \"" + "\\".repeat(900_000),
                "a = \"" + "b \\\n".repeat(200_000),
                "url = " + "://".repeat(300_000),
                "url = " + "://a:b@".repeat(100_000),
                "url = https://" + "a:".repeat(400_000));
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void a_large_file_takes_no_longer_than_its_length(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config"), text);
        assertTimeoutPreemptively(FAR_ABOVE_LINEAR, () -> {
            new GitConfig().credentials(text);
            new GitConfigFiles(folder).withIncluded(List.of(file));
        });
    }

    static Stream<String> includes() {
        return Stream.of(
                "[include] path = other",
                "[include]path=other",
                "[include]\n\tpath = other ; why",
                "[include]\n\tpath = other # why",
                "[include]\n\tpath = other#why",
                "[include]\n\tpath = \"other\" # why",
                "[include]\n\tpath = ot\"he\"r",
                "[include]\n\tpath = ot\\\nher",
                "[include]\r\n\tpath = ot\\\r\nher\r\n",
                "[include]\n\tpath = ./sub/../other",
                "[include]\n\tpath = ~/other",
                "[Include]\n\tPATH = other",
                "[core]\nbare\n[include]\nname = x\npath = missing\npath = other",
                "\uFEFF[include]\npath = other");
    }

    @ParameterizedTest
    @MethodSource("includes")
    @DisabledIf("gitIsMissing")
    void every_way_to_write_an_include_is_followed_as_git_follows_it(String text) throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Path other = Files.writeString(folder.resolve("other"), "[a]\nb = seen\n");
        Path config = Files.writeString(folder.resolve("config"), text);
        assertThat(git("config", "--file", config.toString(), "--includes", "--list", "--show-origin"))
                .contains("a.b=seen");
        List<Path> found = new ArrayList<>();
        for (Path file : withIncluded(config)) {
            found.add(file.toRealPath());
        }
        assertThat(found).containsExactly(config, other);
    }

    @Test
    void every_condition_counts() throws IOException {
        List<Path> included = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String condition : List.of(
                "gitdir:/x/", "gitdir/i:/X/", "onbranch:a\\\"b", "hasconfig:remote.*.url:https://h/**", "later:x")) {
            Path file = Files.writeString(folder.resolve("of-" + included.size()), "");
            included.add(file);
            text.append("[includeIf \"%s\"] path = %s\n".formatted(condition, file.getFileName()));
        }
        assertThat(withIncluded(Files.writeString(folder.resolve("config"), text)))
                .containsAll(included);
    }

    @Test
    @DisabledIf("gitIsMissing")
    void as_deep_as_git_goes() throws Exception {
        for (int depth = 0; depth <= 10; depth++) {
            Files.writeString(
                    folder.resolve("f" + depth), depth == 10 ? "[a]\nb = seen\n" : "[include]\npath = f" + (depth + 1));
        }
        assertThat(git("config", "--file", folder + "/f0", "--includes", "--list"))
                .contains("a.b=seen");
        assertThat(withIncluded(folder.resolve("f0"))).contains(folder.resolve("f10"));
    }

    @Test
    @DisabledIf("gitIsMissing")
    void every_file_that_git_can_read_is_read_as_git_reads_it() throws Exception {
        List<String> pieces = List.of(
                "[a]",
                "[A \"b\\\"C\"]",
                "[a.B]",
                "[http \"https://h/\"]",
                "\n",
                "\n",
                "\r\n",
                " ",
                "\t",
                "key",
                "K-2",
                " = ",
                "=",
                "v",
                "\"",
                "\"q #;\"",
                "\\\"",
                "\\\\",
                "\\n",
                "\\t",
                "\\\n",
                "#",
                " ; c\n",
                "://x:y@h",
                "[",
                "]");
        Random random = new Random(7);
        int read = 0;
        for (int round = 0; round < 600; round++) {
            StringBuilder text = new StringBuilder("[s]\n");
            for (int line = 0; line < 4; line++) {
                text.append(random.nextInt(4) == 0 ? pieces.get(random.nextInt(4)) + "\n" : "k" + line + " = ");
                random.ints(random.nextInt(7), 0, pieces.size()).forEach(piece -> text.append(pieces.get(piece)));
                text.append('\n');
            }
            Path file = Files.writeString(folder.resolve("config"), text);
            Process git = start("config", "--file", file.toString(), "--no-includes", "--list", "-z");
            String said = new String(git.getInputStream().readAllBytes(), UTF_8);
            if (git.waitFor() != 0) {
                continue; // git gives up where this goes on.
            }
            read++;
            StringBuilder ours = new StringBuilder();
            for (GitConfigEntry entry : GitConfigText.entries(text.toString())) {
                ours.append(entry.section())
                        .append(entry.subsection().map(name -> "." + name).orElse(""))
                        .append('.')
                        .append(entry.key())
                        .append(entry.value().map(value -> "\n" + value).orElse(""))
                        .append('\0');
            }
            // git before 2.45 makes a blank of each tab within a value.
            assertThat(ours.toString().replace('\t', ' ')).as(text.toString()).isEqualTo(said.replace('\t', ' '));
        }
        assertThat(read).isGreaterThan(50);
    }

    private List<Path> withIncluded(Path file) {
        return new GitConfigFiles(folder).withIncluded(List.of(file));
    }

    private String git(String... arguments) throws IOException {
        return new String(start(arguments).getInputStream().readAllBytes(), UTF_8);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        return builder.start();
    }

    static boolean gitIsMissing() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .noneMatch(entry -> Files.isExecutable(Path.of(entry, "git")));
    }
}
