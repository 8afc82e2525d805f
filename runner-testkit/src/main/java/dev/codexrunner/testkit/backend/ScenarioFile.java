package dev.codexrunner.testkit.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a scenario from JSON: {@code {"name":"x","turns":[...]}}, each turn one of
 *
 * <ul>
 *   <li>{@code {"items":[{"message":"text"},{"reasoning":"text"},{"command":"ls"},{"patch":"*** Begin..."},{"search":"q"},
 *       {"plan":{"step":"completed"}}]}}
 *   <li>{@code {"cut":[{"message":"Half of"}]}}: the stream is lost after these
 *   <li>{@code {"http":429,"body":"...","headers":{"Retry-After":"1"}}}
 *   <li>{@code {"failed":"code","message":"text"}}
 *   <li>{@code {"scenario":"usage_limit"}}: the turns of a ready one
 * </ul>
 */
public final class ScenarioFile {

    private ScenarioFile() {}

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it holds something else than described above
     */
    public static Scenario read(Path file) throws IOException {
        return scenario(JsonMapper.shared().readTree(Files.readString(file)));
    }

    /**
     * Reads a folder of them, each with {@code "when"} besides: the text by which a prompt picks it.
     *
     * @return the scenarios by that text, in the order of the file names
     * @throws IOException when one cannot be read
     * @throws IllegalArgumentException when one holds something else than described above, or no such text
     */
    public static Map<String, Scenario> readFolder(Path folder) throws IOException {
        Map<String, Scenario> byText = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
                String when = root.path("when").asString("");
                if (when.isBlank()) {
                    throw new IllegalArgumentException(file + " has no \"when\"");
                }
                byText.put(when, scenario(root));
            }
        }
        return byText;
    }

    private static Scenario scenario(JsonNode root) {
        List<ModelTurn> turns = new ArrayList<>();
        for (JsonNode turn : root.path("turns")) {
            if (turn.has("scenario")) {
                turns.addAll(ready(turn.path("scenario").asString()).turns());
            } else {
                turns.add(turn(turn));
            }
        }
        return new Scenario(root.path("name").asString("given"), turns);
    }

    private static Scenario ready(String name) {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ready scenario is named " + name));
    }

    private static ModelTurn turn(JsonNode turn) {
        if (turn.has("items")) {
            return new ModelTurn.Answer(items(turn.path("items")));
        }
        if (turn.has("cut")) {
            return new ModelTurn.CutStream(items(turn.path("cut")));
        }
        if (turn.has("http")) {
            Map<String, String> headers = new HashMap<>();
            turn.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asString()));
            return new ModelTurn.HttpError(
                    turn.path("http").asInt(), turn.path("body").asString(""), headers);
        }
        if (turn.has("failed")) {
            return new ModelTurn.ResponseFailed(
                    turn.path("failed").asString(), turn.path("message").asString(""));
        }
        throw new IllegalArgumentException("a turn needs items, cut, http, failed or scenario: " + turn);
    }

    private static List<OutputItem> items(JsonNode array) {
        List<OutputItem> items = new ArrayList<>();
        array.forEach(item -> items.add(item(item)));
        return items;
    }

    private static OutputItem item(JsonNode item) {
        if (item.has("message")) {
            return new OutputItem.Message(item.path("message").asString());
        }
        if (item.has("reasoning")) {
            return new OutputItem.Reasoning(item.path("reasoning").asString());
        }
        if (item.has("command")) {
            return new OutputItem.ShellCommand(item.path("command").asString());
        }
        if (item.has("patch")) {
            return new OutputItem.ApplyPatch(item.path("patch").asString());
        }
        if (item.has("search")) {
            return new OutputItem.WebSearch(item.path("search").asString());
        }
        if (item.has("plan")) {
            return new OutputItem.UpdatePlan(item.path("plan").properties().stream()
                    .map(step -> new OutputItem.PlanStep(
                            step.getKey(), step.getValue().asString()))
                    .toList());
        }
        throw new IllegalArgumentException("an item needs message, reasoning, command, patch, search or plan: " + item);
    }
}
