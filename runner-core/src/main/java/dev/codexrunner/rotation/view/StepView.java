package dev.codexrunner.rotation.view;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.rotation.HumanStep;
import dev.codexrunner.rotation.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One step of a rotation as standard output shows it. */
public final class StepView {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int SCHEMA_VERSION = 1;

    private StepView() {}

    /**
     * The outcome on the first line, what was found and done below it.
     *
     * @param console makes harmless what others wrote
     */
    public static String text(StepResult result, ConsoleText console) {
        List<String> lines = new ArrayList<>();
        lines.add(result.step() + ": " + result.outcome());
        result.lines().forEach(line -> lines.add("  " + line));
        return new OneLine(console).lines(lines);
    }

    /** A step that was done, as one JSON object. */
    public static String json(StepResult result, List<String> warnings) {
        ObjectNode json = begin(result.step().toString(), 0);
        json.put("outcome", result.outcome());
        json.put("repeated", result.repeated());
        if (result.liveVersion().isPresent()) {
            json.put("liveVersion", result.liveVersion().getAsInt());
        } else {
            json.putNull("liveVersion");
        }
        texts(json.putArray("lines"), result.lines());
        texts(json.putArray("warnings"), warnings);
        next(json, result.next());
        json.putNull("failure");
        return JSON.writeValueAsString(json) + "\n";
    }

    /**
     * A step that was refused or failed, as one JSON object.
     *
     * @param step as the command line writes it
     * @param lines what was found and done until then
     */
    public static String json(String step, Failure failure, List<String> lines, List<String> warnings) {
        ObjectNode json = begin(step, failure.exitCode());
        json.putNull("outcome");
        json.put("repeated", false);
        json.putNull("liveVersion");
        texts(json.putArray("lines"), lines);
        texts(json.putArray("warnings"), warnings);
        json.putNull("next");
        ObjectNode failed = json.putObject("failure");
        failed.put("code", failure.code());
        failed.put("kind", failure.kind().wireName());
        failed.put("reason", failure.reason());
        failed.put("fix", failure.fix());
        failed.put("retryable", failure.retryable());
        return JSON.writeValueAsString(json) + "\n";
    }

    private static ObjectNode begin(String step, int exitCode) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("step", step);
        json.put("exitCode", exitCode);
        return json;
    }

    static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    static void next(ObjectNode json, Optional<HumanStep> next) {
        next.ifPresentOrElse(
                step -> json.putObject("next")
                        .put("text", step.text())
                        .put("link", step.link().map(Object::toString).orElse(null)),
                () -> json.putNull("next"));
    }
}
