package dev.codexrunner.progress;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.Elapsed;
import dev.codexrunner.report.WrappedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts each event into words. Remembers only when commands began and which steps were done already. */
final class ProgressLines {

    private static final int LONGEST_TEXT = 160;

    /** A stream that starts commands and never ends them must not fill the memory. */
    private static final int MOST_REMEMBERED = 1_000;

    private final ConsoleText console;
    private final String folderPrefix;
    private final Map<String, Instant> began = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    /** @param workingFolder of the agent */
    ProgressLines(ConsoleText console, Path workingFolder) {
        this.console = console;
        this.folderPrefix = workingFolder.toAbsolutePath().normalize() + "/";
    }

    /** The lines for one event, without line breaks; mostly one, often none. */
    List<String> of(Event event, Instant now) {
        if (event instanceof Event.ThreadStarted thread) {
            return List.of("thread " + text(thread.threadId()));
        }
        if (event instanceof Event.StreamError error) {
            boolean reconnecting = error.message().startsWith("Reconnecting");
            return List.of((reconnecting ? "network " : "error   ") + text(error.message()));
        }
        if (event instanceof Event.TurnFailed failed) {
            return List.of("failed  " + text(failed.message()));
        }
        if (event instanceof Event.ItemStarted started) {
            return begun(started.item(), now);
        }
        if (event instanceof Event.ItemUpdated updated) {
            return updated.item() instanceof Item.TodoList todo ? stepsDone(todo) : List.of();
        }
        if (event instanceof Event.ItemCompleted completed) {
            return ended(completed.item(), now);
        }
        return odd(event);
    }

    private List<String> begun(Item item, Instant now) {
        if (began.size() < MOST_REMEMBERED) {
            began.put(item.id(), now);
        }
        if (item instanceof Item.CommandExecution command) {
            return List.of("$ " + command(command.command()));
        }
        if (item instanceof Item.McpToolCall call) {
            return List.of("tool    " + text(call.server() + "/" + call.tool()));
        }
        if (item instanceof Item.TodoList todo) {
            return List.of("plan    " + todo.items().size() + " steps");
        }
        return List.of();
    }

    private List<String> ended(Item item, Instant now) {
        String took = took(item.id(), now);
        if (item instanceof Item.CommandExecution command) {
            return List.of("  " + exit(command) + took + "  " + command(command.command()));
        }
        if (item instanceof Item.FileChange change) {
            String failed = change.status() == ItemStatus.COMPLETED ? "" : " (" + WireName.words(change.status()) + ")";
            return change.changes().stream()
                    .map(file ->
                            "file    " + WireName.words(file.kind()) + " " + text(fromFolder(file.path())) + failed)
                    .toList();
        }
        if (item instanceof Item.AgentMessage message) {
            return List.of("says    " + text(firstLine(message.text())));
        }
        if (item instanceof Item.McpToolCall call) {
            return List.of(
                    "  " + WireName.words(call.status()) + took + "  " + text(call.server() + "/" + call.tool()));
        }
        if (item instanceof Item.WebSearch search) {
            return List.of("search  " + text(search.query()));
        }
        if (item instanceof Item.TodoList todo) {
            return stepsDone(todo);
        }
        if (item instanceof Item.ErrorItem error) {
            return List.of("warning " + text(error.message()));
        }
        return item instanceof Item.CollabToolCall call
                ? List.of("agent   " + text(call.tool()) + " " + WireName.words(call.status()))
                : List.of();
    }

    private List<String> odd(Event event) {
        if (event instanceof Event.MalformedLine) {
            return List.of("warning codex wrote a line that is no event; it is kept in events.jsonl");
        }
        if (event instanceof Event.OversizedLine line) {
            return List.of("warning codex wrote a line of " + line.length() + " bytes; only its beginning is kept");
        }
        return List.of();
    }

    private List<String> stepsDone(Item.TodoList todo) {
        Stream<Item.Todo> fresh = todo.items().stream()
                .filter(Item.Todo::completed)
                .filter(step -> done.size() < MOST_REMEMBERED && done.add(step.text()));
        return fresh.map(step -> "done    " + text(step.text())).toList();
    }

    private String took(String id, Instant now) {
        Instant start = began.remove(id);
        return start == null
                ? ""
                : " after " + Elapsed.ofMillis(Duration.between(start, now).toMillis());
    }

    private static String exit(Item.CommandExecution command) {
        return command.exitCode().isPresent()
                ? "exit " + command.exitCode().getAsInt()
                : WireName.words(command.status());
    }

    private String command(String command) {
        return text(WrappedCommand.unwrap(command));
    }

    private String fromFolder(String path) {
        return path.startsWith(folderPrefix) ? path.substring(folderPrefix.length()) : path;
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private String text(String raw) {
        return console.line(raw, LONGEST_TEXT);
    }
}
