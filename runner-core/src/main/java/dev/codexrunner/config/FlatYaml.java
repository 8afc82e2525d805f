package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the one shape of YAML that a configuration has: keys with a value or a list of values. It works on the parser's
 * events, so that nothing is ever expanded (no anchors, no recursion), each value keeps its place, and each text stays
 * as it was written: {@code 1.10} is no number here and {@code no} is no boolean.
 */
final class FlatYaml {

    /** A key with its values; a key without any value has one empty text. */
    record Entry(Origin.FileKey origin, boolean isList, List<String> texts) {}

    private final Path file;
    private final Problems problems;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FlatYaml(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Entry> parse(String text) {
        try {
            Iterator<Event> events = new Parse(LoadSettings.builder()
                            .setUseMarks(true)
                            .setLabel(file.toString())
                            .build())
                    .parseString(text)
                    .iterator();
            document(events);
        } catch (MarkedYamlEngineException malformed) {
            problems.add(
                    ConfigFailure.FILE_MALFORMED,
                    malformed.getProblemMark().map(this::place).orElse(file.toString()),
                    sentence(malformed));
        } catch (YamlEngineException malformed) {
            problems.add(ConfigFailure.FILE_MALFORMED, file, "It holds characters that YAML does not allow.");
        }
        return entries;
    }

    private void document(Iterator<Event> events) {
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                problems.add(ConfigFailure.FILE_MALFORMED, place(event), "It holds a second document.");
                return;
            }
            if (event instanceof MappingStartEvent) {
                if (noAnchor(event)) {
                    mapping(events);
                }
            } else if (event instanceof NodeEvent) {
                problems.add(ConfigFailure.FILE_MALFORMED, place(event), "It does not start with a setting.");
                return;
            }
        }
    }

    private void mapping(Iterator<Event> events) {
        while (events.hasNext()) {
            Event key = events.next();
            if (key.getEventId() == Event.ID.MappingEnd) {
                return;
            }
            if (!(key instanceof ScalarEvent scalar)) {
                problems.add(ConfigFailure.FILE_MALFORMED, place(key), "A key must be a plain name.");
                skip(key, events);
                Event value = events.next();
                skip(value, events);
                continue;
            }
            value(scalar, events);
        }
    }

    private void value(ScalarEvent key, Iterator<Event> events) {
        Origin.FileKey origin = origin(key);
        Event value = events.next();
        Optional<List<String>> texts = texts(origin, value, events);
        if (!keys.add(key.getValue())) {
            problems.add(ConfigFailure.REPEATED_VALUE, origin.describe());
        } else if (noAnchor(key)) {
            texts.ifPresent(found -> entries.add(new Entry(origin, value instanceof SequenceStartEvent, found)));
        }
    }

    private Optional<List<String>> texts(Origin.FileKey origin, Event value, Iterator<Event> events) {
        if (value instanceof ScalarEvent scalar) {
            return noAnchor(scalar) ? Optional.of(List.of(text(scalar))) : Optional.empty();
        }
        if (!(value instanceof SequenceStartEvent) || !noAnchor(value)) {
            if (value instanceof MappingStartEvent) {
                problems.add(
                        ConfigFailure.FILE_NOT_FLAT,
                        origin.describe(),
                        NestedKeys.flat(origin.key(), innerKeys(events)));
                return Optional.empty();
            }
            if (value instanceof AliasEvent) {
                noAnchor(value);
            }
            skip(value, events);
            return Optional.empty();
        }
        return list(origin, events);
    }

    private Optional<List<String>> list(Origin.FileKey origin, Iterator<Event> events) {
        List<String> texts = new ArrayList<>();
        boolean sound = true;
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            if (item instanceof ScalarEvent scalar) {
                sound &= noAnchor(scalar);
                texts.add(text(scalar));
            } else {
                problems.add(ConfigFailure.FILE_NOT_FLAT, place(item) + " " + origin.key(), "- VALUE");
                sound = false;
                skip(item, events);
            }
        }
        return sound ? Optional.of(texts) : Optional.empty();
    }

    /** The keys of a mapping whose start was read; passes over it to its end. */
    private static List<String> innerKeys(Iterator<Event> events) {
        List<String> keys = new ArrayList<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (key instanceof ScalarEvent scalar) {
                keys.add(scalar.getValue());
            }
            skip(key, events);
            skip(events.next(), events);
        }
        return keys;
    }

    /** Passes over what a start event opens. */
    private static void skip(Event start, Iterator<Event> events) {
        int open = opens(start);
        while (open > 0) {
            open += opens(events.next());
        }
    }

    private static int opens(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
        };
    }

    private boolean noAnchor(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            problems.add(ConfigFailure.FILE_MALFORMED, place(event), "Anchors and aliases are not used here.");
            return false;
        }
        return true;
    }

    private static String text(ScalarEvent scalar) {
        boolean nothing = scalar.isPlain()
                && (scalar.getValue().equals("null") || scalar.getValue().equals("~"));
        return nothing ? "" : scalar.getValue();
    }

    private Origin.FileKey origin(ScalarEvent key) {
        return key.getStartMark()
                .map(mark -> new Origin.FileKey(file, mark.getLine() + 1, mark.getColumn() + 1, key.getValue()))
                .orElseGet(() -> new Origin.FileKey(file, 1, 1, key.getValue()));
    }

    private String place(Event event) {
        return event.getStartMark().map(this::place).orElse(file.toString());
    }

    private String place(Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** The library's words without its snippet of the file, which could hold a secret. */
    private static String sentence(MarkedYamlEngineException malformed) {
        String problem = malformed.getProblem();
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "It is indented with a tab.";
        }
        return "The YAML is broken here: " + problem.replaceAll("\\s+", " ") + ".";
    }
}
