package dev.codexrunner.outcome;

import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import dev.codexrunner.outcome.Transcript.Command;
import dev.codexrunner.outcome.Transcript.Search;
import dev.codexrunner.outcome.Transcript.ToolCall;
import java.util.List;
import java.util.Optional;

/** The part of the fold that deals with what the agent did: commands, patches, calls and searches. */
final class TranscriptItems {

    private final TranscriptLimits limits;
    private final KeptTexts texts;
    private final TrackedItems<Command> commands;
    private final TrackedItems<ItemStatus> patches;
    private final TrackedItems<ToolCall> calls;
    private final TrackedItems<Search> searches;
    private final ChangedFiles files;
    private long outputRoom;
    long commandCount;
    long commandsFailed;
    long patchCount;
    long patchesFailed;
    long declined;
    long callCount;
    long callsFailed;
    long searchCount;

    TranscriptItems(TranscriptLimits limits, KeptTexts texts) {
        this.texts = texts;
        this.limits = limits;
        commands = new TrackedItems<>(limits.itemsPerList());
        patches = new TrackedItems<>(limits.itemsPerList());
        calls = new TrackedItems<>(limits.itemsPerList());
        searches = new TrackedItems<>(limits.itemsPerList());
        files = new ChangedFiles(texts);
        outputRoom = limits.totalOutputChars();
    }

    /** @param ended whether the event was {@code item.completed} */
    void command(String key, Item.CommandExecution item, boolean ended) {
        boolean over = ended || item.status().isFinal();
        String whole = item.aggregatedOutput();
        String output = over ? texts.headAndTail(whole, (int) Math.min(limits.outputChars(), outputRoom)) : "";
        Command command =
                new Command(item.id(), cut(item.command()), output, whole.length(), item.exitCode(), item.status());
        TrackedItems.Sighting sighting = commands.see(key, command, over);
        commandCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstEnd()) {
            outputRoom = Math.max(0, outputRoom - output.length());
            if (item.status() == ItemStatus.DECLINED) {
                declined++;
            } else if (item.status() == ItemStatus.FAILED || item.exitCode().orElse(0) != 0) {
                commandsFailed++;
            }
        }
    }

    void patch(String key, Item.FileChange item, boolean ended) {
        boolean over = ended || item.status().isFinal();
        TrackedItems.Sighting sighting = patches.see(key, item.status(), over);
        patchCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstSight() || sighting.firstEnd()) {
            files.apply(item.changes(), item.status());
        }
        if (sighting.firstEnd()) {
            patchesFailed += item.status() == ItemStatus.FAILED ? 1 : 0;
            declined += item.status() == ItemStatus.DECLINED ? 1 : 0;
        }
    }

    void call(String key, ToolCall call, boolean ended) {
        TrackedItems.Sighting sighting =
                calls.see(key, call, ended || call.status().isFinal());
        callCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstEnd()) {
            callsFailed += call.status() == ItemStatus.FAILED ? 1 : 0;
            declined += call.status() == ItemStatus.DECLINED ? 1 : 0;
        }
    }

    void call(String key, Item.McpToolCall item, boolean ended) {
        Optional<String> error = item.error().map(this::cut);
        call(key, new ToolCall(item.id(), cut(item.server()), cut(item.tool()), item.status(), error), ended);
    }

    void call(String key, Item.CollabToolCall item, boolean ended) {
        call(key, new ToolCall(item.id(), "", cut(item.tool()), item.status(), Optional.empty()), ended);
    }

    void search(String key, Item.WebSearch item, boolean ended) {
        searchCount += searches.see(key, new Search(item.id(), cut(item.query())), ended)
                        .firstSight()
                ? 1
                : 0;
    }

    private String cut(String text) {
        return texts.cut(text);
    }

    List<Command> commands() {
        return commands.values();
    }

    List<ChangedFile> fileChanges() {
        return files.values();
    }

    long filesPatched() {
        return files.count();
    }

    List<ToolCall> toolCalls() {
        return calls.values();
    }

    List<Search> searches() {
        return searches.values();
    }

    long commandsUnfinished() {
        return commands.openCount();
    }

    long dropped() {
        return commands.dropped() + files.dropped() + calls.dropped() + searches.dropped();
    }
}
