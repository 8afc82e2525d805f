package dev.codexrunner.testkit.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * A shell script that stands in for codex. It answers {@code --version}, {@code login status}, {@code sandbox} and
 * {@code features} like a healthy codex; {@code exec} behaves as it was told.
 *
 * @param executable the script
 */
public record FakeCodex(Path executable) {

    /** What {@code --version} prints. */
    public static final String VERSION = "codex-cli 0.169.0";

    private static final String PROLOGUE = """
            #!/bin/sh
            # Generated for one test.
            started() { printf '%s\\n' '{"type":"thread.started","thread_id":"01a1fbbe-60d1-7863-b0b6-6d2545ddd903"}' '{"type":"turn.started"}'; }
            message() { printf '{"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"%s"}}\\n' "$1"; }
            completed() { printf '%s\\n' '{"type":"turn.completed","usage":{"input_tokens":100,"cached_input_tokens":40,"cache_write_input_tokens":0,"output_tokens":20,"reasoning_output_tokens":5}}'; }
            nap() { exec sleep 600; }
            for word do
              case "$word" in
                --version) echo 'VERSION'; exit 0 ;;
                login) echo 'Logged in using access token' >&2; exit 0 ;;
                sandbox | features) exit 0 ;;
                exec) break ;;
              esac
            done
            printf '%s\\n' "$@" >"$0.arguments"
            echo $$ >"$0.pid"
            """.replace("VERSION", VERSION);

    /**
     * Writes the script.
     *
     * @param folder an existing folder
     * @return the executable, named {@code codex}
     */
    public static Path install(Path folder, Behaviour behaviour) throws IOException {
        return write(
                folder,
                behaviour == Behaviour.HANGS_WHEN_ASKED_FOR_ITS_VERSION
                        ? PROLOGUE.replace("echo '" + VERSION + "'", "echo $$ >\"$0.asked\"; nap")
                        : PROLOGUE,
                behaviour.script());
    }

    /**
     * Writes a script that replays a recorded stream.
     *
     * @param stem path of the recording without its ending; {@code .jsonl}, {@code .stderr} and {@code .exit} exist
     */
    public static Path installReplaying(Path folder, Path stem) throws IOException {
        int exitCode = Integer.parseInt(Files.readString(sibling(stem, ".exit")).strip());
        for (String ending : List.of(".jsonl", ".stderr")) {
            Files.copy(sibling(stem, ending), folder.resolve("codex" + ending), StandardCopyOption.REPLACE_EXISTING);
        }
        return write(folder, PROLOGUE, "cat >/dev/null; cat \"$0.jsonl\"; cat \"$0.stderr\" >&2; " + exit(exitCode));
    }

    /** Reads the recording next to an executable that {@link #install} returned. */
    public static FakeCodex at(Path executable) {
        return new FakeCodex(executable);
    }

    /** Arguments of the latest {@code exec}; one with a line break counts as several. */
    public List<String> arguments() throws IOException {
        return Files.readAllLines(sibling(executable, ".arguments"));
    }

    /** Process id of the latest {@code exec}; empty before there was one. */
    public Optional<ProcessHandle> process() throws IOException {
        return processIn(".pid");
    }

    /** The grandchild that a behaviour left; empty once it is gone. */
    public Optional<ProcessHandle> grandchild() throws IOException {
        return processIn(".grandchild");
    }

    private Optional<ProcessHandle> processIn(String ending) throws IOException {
        Path file = sibling(executable, ending);
        String written = Files.exists(file) ? Files.readString(file) : "";
        // The shell makes the file before it writes to it.
        return written.endsWith("\n") ? ProcessHandle.of(Long.parseLong(written.strip())) : Optional.empty();
    }

    private static Path write(Path folder, String prologue, String script) throws IOException {
        Path file = folder.resolve("codex");
        Files.writeString(file, prologue + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toAbsolutePath();
    }

    /** A recording that ended by a signal ends by that signal again. */
    private static String exit(int exitCode) {
        return exitCode > 128 ? "kill -" + (exitCode - 128) + " $$" : "exit " + exitCode;
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
