package dev.codexrunner.jenkins.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script in codex's place: it answers the questions of a start like codex does, and then does as it was told. */
record ScriptedCodex(Path program) {

    /** Says one thing and completes. */
    static final String SUCCEEDS = "cat >/dev/null; started; message 'All is well.'; completed";

    /** Ends with 0, though its turn failed. */
    static final String FAILS_WITH_ZERO =
            "cat >/dev/null; started; echo '{\"type\":\"turn.failed\",\"error\":{\"message\":\"The model is at capacity.\"}}'";

    /** Runs until a file lies beside it. */
    static final String WAITS =
            "cat >/dev/null; started; message 'I wait.'; while [ ! -e \"$0.go\" ]; do sleep 0.1; done; completed";

    /** Runs until it is ended, and so does a child in the background. */
    static final String NEVER_ENDS = "cat >/dev/null; started; message 'I wait.'; sleep 600 & sleep 600";

    private static final String PROLOGUE = """
            #!/bin/sh
            started() { printf '%s\\n' '{"type":"thread.started","thread_id":"01a1fbbe-60d1-7863-b0b6-6d2545ddd903"}' '{"type":"turn.started"}'; }
            message() { printf '{"type":"item.completed","item":{"id":"item_0","type":"agent_message","text":"%s"}}\\n' "$1"; }
            completed() { printf '%s\\n' '{"type":"turn.completed","usage":{"input_tokens":100,"cached_input_tokens":40,"cache_write_input_tokens":0,"output_tokens":20,"reasoning_output_tokens":5}}'; }
            for word do
              case "$word" in
                --version) echo 'codex-cli 0.169.0'; exit 0 ;;
                login) echo 'Logged in using access token' >&2; exit 0 ;;
                sandbox | features) exit 0 ;;
                exec) break ;;
              esac
            done
            echo $$ >"$0.pid"
            """;

    /** Not below a workspace, where the runner would refuse it. */
    static ScriptedCodex doing(String script) throws IOException {
        Path parent =
                Files.createDirectories(Path.of("target", "scripted-codex").toAbsolutePath());
        Path program = Files.createTempDirectory(parent, "codex").resolve("codex");
        Files.writeString(program, PROLOGUE + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ScriptedCodex(program);
    }

    boolean hasStarted() {
        return Files.exists(beside(".pid"));
    }

    boolean isAlive() throws IOException {
        return hasStarted()
                && ProcessHandle.of(
                                Long.parseLong(Files.readString(beside(".pid")).strip()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    void letGo() throws IOException {
        Files.createFile(beside(".go"));
    }

    private Path beside(String ending) {
        return program.resolveSibling("codex" + ending);
    }
}
