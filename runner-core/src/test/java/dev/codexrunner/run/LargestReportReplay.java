package dev.codexrunner.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replays a stream that fills every bound of a report at once, in characters that take two bytes of memory, in the small
 * JVM that {@link SmallHeapTest} starts.
 */
final class LargestReportReplay {

    /** More than are kept of each sort. */
    private static final int ENTRIES = 1_010;

    private static final String WIDE = "\u4e2d\u6587\\n";

    private LargestReportReplay() {}

    /** Arguments: a folder. Prints exit code, entries kept and the sizes of the files. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path events = folder.resolve("events.jsonl");
        try (OutputStream out = Files.newOutputStream(events)) {
            line(out, "{\"type\":\"thread.started\",\"thread_id\":\"t\"}");
            line(out, "{\"type\":\"turn.started\"}");
            for (int number = 0; number < ENTRIES; number++) {
                entries(out, number);
            }
            line(out, item("plan", "\"todo_list\",\"items\":[" + todo() + "]"));
            line(out, item("answer", "\"agent_message\",\"text\":\"" + answer() + "\""));
            line(out, "{\"type\":\"turn.completed\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}");
        }
        Path schema = Files.writeString(folder.resolve("schema.json"), "{\"type\":\"object\"}");
        Path report = folder.resolve("report");
        RunResult result = Replays.run(
                Replays.config(
                        report,
                        Map.of(
                                "output-schema",
                                List.of(schema.toString()),
                                "metrics-file",
                                List.of(folder.resolve("x.prom").toString()))),
                events,
                OptionalInt.of(0),
                Optional.empty());
        System.out.println("exit " + result.exitCode() + ", commands "
                + result.report().items().commands().size() + ", calls "
                + result.report().items().toolCalls().size() + ", patches "
                + result.report().items().patches().size() + ", structured "
                + result.report().structuredOutput().isPresent() + ", json "
                + Files.size(report.resolve("report.json")) + ", html " + Files.size(report.resolve("report.html"))
                + result.report().warnings());
    }

    /** One of each sort; some outputs of 1 MiB. */
    private static void entries(OutputStream out, int number) throws IOException {
        String text = WIDE.repeat(number == 0 ? 256 * 1024 : 400);
        line(
                out,
                item(
                        "c" + number,
                        "\"command_execution\",\"command\":\"" + WIDE.repeat(150) + "\",\"aggregated_output\":\"" + text
                                + "\",\"exit_code\":0,\"status\":\"completed\""));
        line(
                out,
                item(
                        "p" + number,
                        "\"file_change\",\"status\":\"completed\",\"changes\":["
                                + IntStream.range(0, 10)
                                        .mapToObj(file -> "{\"path\":\"/w/\u4e2d/" + number + "/" + file
                                                + "\u6587".repeat(100) + "\",\"kind\":\"update\"}")
                                        .collect(Collectors.joining(","))
                                + "]"));
        line(
                out,
                item(
                        "t" + number,
                        "\"mcp_tool_call\",\"server\":\"\u4e2d\",\"tool\":\"\u6587\",\"arguments\":{\"a\":\""
                                + WIDE.repeat(150) + "\"},\"result\":{\"content\":[{\"type\":\"text\",\"text\":\""
                                + text
                                + "\"}],\"structured_content\":null},\"error\":null,\"status\":\"completed\""));
        line(out, item("s" + number, "\"web_search\",\"query\":\"" + WIDE.repeat(150) + "\""));
        line(out, item("m" + number, "\"agent_message\",\"text\":\"" + text + "\""));
        line(out, item("r" + number, "\"reasoning\",\"text\":\"" + text + "\""));
        line(out, item("e" + number, "\"error\",\"message\":\"" + WIDE.repeat(200) + number + "\""));
    }

    private static String todo() {
        return IntStream.range(0, ENTRIES)
                .mapToObj(number -> "{\"text\":\"" + WIDE.repeat(200) + number + "\",\"completed\":false}")
                .collect(Collectors.joining(","));
    }

    /** Some four million characters, the longest that is kept whole, as findings. */
    private static String answer() {
        String finding =
                ("{'ruleId':'r','severity':'error','confidence':'high','file':'src/a.c','startLine':1,'endLine':2,"
                                + "'title':'" + "\u4e2d" + "t".repeat(200) + "','message':'" + "x".repeat(2_400)
                                + "','suggestion':'"
                                + "y".repeat(600) + "','replacement':'" + "z".repeat(500) + "'}")
                        .replace("'", "\\\"");
        return "{\\\"summary\\\":\\\"s\\\",\\\"findings\\\":["
                + IntStream.range(0, 1_050).mapToObj(number -> finding).collect(Collectors.joining(",")) + "]}";
    }

    private static String item(String id, String rest) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"" + id + "\",\"type\":" + rest + "}}";
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
    }
}
