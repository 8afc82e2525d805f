package dev.codexrunner.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a stream of 64 MiB in lines of 1 MiB and replays it, in the small JVM that {@link SmallHeapTest} starts. */
final class HugeStreamReplay {

    static final int LINES = 64;
    private static final int LINE_CHARS = 1024 * 1024;

    private HugeStreamReplay() {}

    /** Arguments: a folder. Prints exit code, commands and the length of the final message. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path events = folder.resolve("events.jsonl");
        try (OutputStream out = Files.newOutputStream(events)) {
            line(out, "{\"type\":\"thread.started\",\"thread_id\":\"t\"}");
            line(out, "{\"type\":\"turn.started\"}");
            for (int number = 1; number < LINES; number++) {
                // Escapes and characters of several bytes, so that text in memory is wider than on disk.
                String output = "\\u001b[31m\u4e2d\\n".repeat(LINE_CHARS / 16);
                line(
                        out,
                        "{\"type\":\"item.completed\",\"item\":{\"id\":\"item_" + number
                                + "\",\"type\":\"command_execution\",\"command\":\"cat\",\"aggregated_output\":\""
                                + output
                                + "\",\"exit_code\":0,\"status\":\"completed\"}}");
            }
            line(
                    out,
                    "{\"type\":\"item.completed\",\"item\":{\"id\":\"m\",\"type\":\"agent_message\",\"text\":\""
                            + "y".repeat(LINE_CHARS) + "\"}}");
            line(out, "{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}");
        }
        RunResult result = Replays.run(
                Replays.config(folder.resolve("report"), Map.of()), events, OptionalInt.of(0), Optional.empty());
        System.out.println(Files.size(events) + " bytes, exit " + result.exitCode() + ", commands "
                + result.report().counts().commands() + ", message "
                + result.report().finalMessage().orElse("").length());
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
    }
}
