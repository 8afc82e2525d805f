package dev.codexrunner.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one line of codex's event stream. Never throws: what it can't read becomes a value. Thread-safe. */
public final class EventParser {

    /** Most oddities reported for one line. */
    public static final int MAX_ODDITIES = 16;

    /** codex's own lines nest some ten levels deep; arguments and results of tools are anybody's. */
    private static final int MAX_DEPTH = 200;

    private static final String TOO_COMPLEX = "Its JSON is nested too deeply or holds a number that is too long.";
    private static final String BROKEN = "Its JSON is broken.";

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build())
            .build();

    /** What a line says. */
    public Event parse(String line) {
        return read(line).event();
    }

    /** What a line of the splitter says, with what could not be understood. */
    public ParsedLine read(StreamLine line) {
        if (line.truncated()) {
            return ParsedLine.of(Event.OversizedLine.of(line));
        }
        ParsedLine parsed = read(line.text());
        if (line.validUtf8()) {
            return parsed;
        }
        List<String> oddities = new ArrayList<>(parsed.oddities());
        oddities.add("the line is no valid UTF-8");
        return new ParsedLine(parsed.event(), oddities);
    }

    /** What a line says, with what could not be understood. */
    public ParsedLine read(String line) {
        String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        List<String> oddities = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return malformed(text, "It is no JSON object.");
            }
            JsonFields fields = JsonFields.read(parser, "", "item", oddities);
            if (parser.nextToken() != null) {
                return malformed(text, "Something follows the JSON object.");
            }
            return new ParsedLine(event(fields, text), oddities);
        } catch (JacksonException broken) {
            return malformed(text, broken.getClass().getSimpleName().contains("Constraints") ? TOO_COMPLEX : BROKEN);
        }
    }

    private static ParsedLine malformed(String text, String reason) {
        return ParsedLine.of(new Event.MalformedLine(JsonFields.clean(text), reason));
    }

    private static Event event(JsonFields fields, String line) {
        String type = fields.optionalText("type").orElse("");
        Event event = switch (type) {
            case "thread.started" -> new Event.ThreadStarted(fields.text("thread_id"));
            case "turn.started" -> new Event.TurnStarted();
            case "turn.completed" -> new Event.TurnCompleted(usage(fields));
            case "turn.failed" -> new Event.TurnFailed(failureMessage(fields));
            case "error" -> new Event.StreamError(fields.text("message"));
            case "item.started", "item.updated", "item.completed" -> itemEvent(type, fields, line);
            case Event.OversizedLine.TYPE ->
                new Event.OversizedLine(fields.number("length").orElse(0), fields.flag("agentMessage"));
            case Event.AttemptStarted.TYPE ->
                new Event.AttemptStarted(fields.number("number").orElse(0));
            case Event.CommandRecovered.TYPE -> recovered(type, fields, line);
            default -> unknown(type, line);
        };
        if (!(event instanceof Event.UnknownEvent)) {
            fields.noteUnknown();
        }
        return event;
    }

    private static Event itemEvent(String type, JsonFields fields, String line) {
        Optional<Item> item = fields.nested("item").map(ItemReader::read);
        if (item.isEmpty()) {
            return unknown(type, line);
        }
        return switch (type) {
            case "item.started" -> new Event.ItemStarted(item.get());
            case "item.updated" -> new Event.ItemUpdated(item.get());
            default -> new Event.ItemCompleted(item.get());
        };
    }

    private static Event recovered(String type, JsonFields fields, String line) {
        return fields.nested("item").map(ItemReader::read).orElse(null) instanceof Item.CommandExecution command
                ? new Event.CommandRecovered(command)
                : unknown(type, line);
    }

    private static Event unknown(String type, String line) {
        return new Event.UnknownEvent(type, JsonFields.clean(line));
    }

    private static String failureMessage(JsonFields fields) {
        return fields.value("error")
                .map(error -> error.isObject() ? error.path("message") : error)
                .map(message -> message.isString() ? message.stringValue() : message.toString())
                .map(JsonFields::clean)
                .orElse("");
    }

    /** Counts without input or output would be a guess, so they are none; the finer ones are newer and may lack. */
    private static Optional<TokenUsage> usage(JsonFields fields) {
        Optional<JsonNode> usage = fields.value("usage").filter(JsonNode::isObject);
        if (usage.isEmpty()) {
            return Optional.empty();
        }
        JsonFields counts = JsonFields.of(usage.get(), "usage.", fields.oddities());
        OptionalLong input = counts.number("input_tokens");
        OptionalLong output = counts.number("output_tokens");
        TokenUsage read = new TokenUsage(
                input.orElse(0),
                counts.number("cached_input_tokens").orElse(0),
                counts.number("cache_write_input_tokens").orElse(0),
                output.orElse(0),
                counts.number("reasoning_output_tokens").orElse(0));
        counts.noteUnknown();
        return input.isPresent() && output.isPresent() ? Optional.of(read) : Optional.empty();
    }
}
