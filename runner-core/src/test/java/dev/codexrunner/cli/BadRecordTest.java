package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that replay can't use, through the real command line. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadRecordTest {

    private static final String RUN = """
            {"schemaVersion":1,"id":"r","startedAt":"2026-01-01T00:00:00Z","runnerVersion":"1","host":"h","timeout":"PT1H",
            "idleTimeout":"PT15M","failOn":[],"require":[],"outputSchema":null,"usageBaseline":null,
            "codex":{"version":null,"model":null,"sandbox":"READ_ONLY","resume":null},
            "credential":{"source":"env","kind":null,"fingerprint":null,"exposed":false,"expiresAt":null,"vault":null}}
            """;

    private static final String END = """
            {"schemaVersion":1,"endedAt":"2026-01-01T00:00:00Z","exit":null,"stderr":{"patchesFailed":0,"declined":0,
            "otherToolErrors":0,"excerpt":""},"missingOutputs":[],"cause":{"kind":"TURN_FAILED","code":"c","what":"w",
            "why":"y","fix":"f","retryable":false,"exitCode":7}}
            """;

    @TempDir
    Path folder;

    private final Console console = new Console();

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("events", "missing", "events-not-readable"),
                arguments("events", "a folder", "events-not-readable"),
                arguments("events", "a pipe", "events-not-readable"),
                arguments("events", "/dev/zero", "events-not-readable"),
                arguments("stderr", "missing", "stderr-not-readable"),
                arguments("stderr", "a folder", "stderr-not-readable"),
                arguments("stderr", "a pipe", "stderr-not-readable"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("places")
    @Fault(area = Area.INPUT, made = "replay is given what is no file", promised = "exit 2, at once")
    void a_recording_that_is_no_file(String which, String what, String code, Seen seen) throws Exception {
        String place = switch (what) {
            case "missing" -> folder.resolve("nowhere").toString();
            case "a folder" -> folder.toString();
            case "a pipe" -> pipe("pipe").toString();
            default -> what;
        };
        String events = which.equals("events") ? place : events().toString();
        String[] stderr = which.equals("stderr") ? new String[] {"--codex-stderr", place} : new String[0];
        String[] line =
                Stream.concat(Stream.of("replay", events), Stream.of(stderr)).toArray(String[]::new);

        refused(console.run(line), code, seen);
    }

    @Test
    void the_root_which_lies_in_no_folder_is_refused_like_any_other_folder() {
        assertThat(console.run("replay", "/").err()).contains("The recorded stream / can't be read");
    }

    @Test
    void what_these_tests_break_is_read_while_it_is_whole() throws IOException {
        Files.writeString(folder.resolve("run.json"), RUN);
        Files.writeString(folder.resolve("exit.json"), END);
        String report = folder.resolve("report").toString();

        assertThat(console.run("replay", events().toString(), "--report-dir", report)
                        .exitCode())
                .isEqualTo(7);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                arguments("run.json", "empty", ""),
                arguments("run.json", "null", "null"),
                arguments("run.json", "a list", "[]"),
                arguments("run.json", "cut in half", RUN.substring(0, RUN.length() / 2)),
                arguments("run.json", "a later version", RUN.replace("\"schemaVersion\":1", "\"schemaVersion\":2")),
                arguments("run.json", "a word for a duration", RUN.replace("PT1H", "long")),
                arguments("run.json", "a year no clock shows", RUN.replace("2026-01-01", "+1000000000-12-31")),
                arguments("run.json", "a null among its paths", RUN.replace("\"require\":[]", "\"require\":[null]")),
                arguments("run.json", "a NUL in a path", RUN.replace("\"require\":[]", "\"require\":[\"a\\u0000\"]")),
                arguments("run.json", "5 MiB", RUN + " ".repeat(5 * 1024 * 1024)),
                arguments("exit.json", "empty", ""),
                arguments("exit.json", "null", "null"),
                arguments("exit.json", "cut in half", END.substring(0, END.length() / 2)),
                arguments("exit.json", "a success as the cause", END.replace("TURN_FAILED", "SUCCESS")),
                arguments(
                        "exit.json", "an exit code that wraps to 0", END.replace("\"exitCode\":7", "\"exitCode\":256")),
                arguments("exit.json", "a year no clock shows", END.replace("2026-01-01", "-999999999-01-01")),
                arguments("exit.json", "5 MiB", END + " ".repeat(5 * 1024 * 1024)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("records")
    @Fault(area = Area.INPUT, made = "a broken file beside the stream for replay", promised = "exit 2")
    void a_broken_record(String name, String what, String content, Seen seen) throws IOException {
        Files.writeString(folder.resolve(name), content);

        refused(
                console.run("replay", events().toString()),
                name.equals("run.json") ? "manifest-not-readable" : "end-not-readable",
                seen);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"run.json", "exit.json", "attempts.jsonl"})
    @Fault(area = Area.INPUT, made = "a pipe beside the stream for replay", promised = "exit 2, at once")
    void a_pipe_for_a_record(String name, Seen seen) throws Exception {
        pipe(name);

        String code = switch (name) {
            case "run.json" -> "manifest-not-readable";
            case "exit.json" -> "end-not-readable";
            default -> "attempts-not-readable";
        };
        refused(console.run("replay", events().toString()), code, seen);
    }

    private Path events() throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), "{\"type\":\"turn.started\"}\n");
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private void refused(Console.Run run, String code, Seen seen) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("why:", "fix:", "[" + code).doesNotContain("Exception");
        assertThat(folder.resolve("report")).doesNotExist();
        seen.exit(2).that(code);
    }
}
