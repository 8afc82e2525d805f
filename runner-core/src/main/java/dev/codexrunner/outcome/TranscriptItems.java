package dev.codexrunner.outcome;

import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import dev.codexrunner.outcome.Transcript.Command;
import dev.codexrunner.outcome.Transcript.Patch;
import dev.codexrunner.outcome.Transcript.PatchedFile;
import dev.codexrunner.outcome.Transcript.Search;
import dev.codexrunner.outcome.Transcript.ToolCall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The part of the fold that deals with what the agent did: commands, patches, calls and searches. */
final class TranscriptItems {

    private static final Occurrence UNDATED = new Occurrence(0, OptionalLong.empty(), OptionalLong.empty());

    private static final int FILES_OF_A_PATCH = 20;

    /** Of the room for outputs, such a part. */
    private static final int FOR_FAILURES = 4;

    private final TranscriptLimits limits;
    private final KeptTexts texts;
    private final ItemTexts itemTexts;
    private final TrackedItems<Command> commands;
    private final TrackedItems<Patch> patches;
    private final TrackedItems<ToolCall> calls;
    private final TrackedItems<Search> searches;
    private final ChangedFiles files;
    private long outputRoom;
    private int patchedFilesRoom;
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
        itemTexts = new ItemTexts(texts);
        commands = new TrackedItems<>(
                limits.itemsPerList(), command -> takeRoom(-command.output().length()));
        patches = new TrackedItems<>(limits.itemsPerList(), patch -> {});
        calls = new TrackedItems<>(limits.itemsPerList(), call -> takeRoom(-resultLength(call)));
        searches = new TrackedItems<>(limits.itemsPerList(), search -> {});
        files = new ChangedFiles(texts);
        outputRoom = limits.totalOutputChars();
        patchedFilesRoom = limits.itemsPerList();
    }

    /** @param ended whether the event was {@code item.completed} */
    void command(String key, Moment now, Item.CommandExecution item, boolean ended) {
        boolean failed = item.status() == ItemStatus.FAILED || item.exitCode().orElse(0) != 0;
        TrackedItems.State state = state(item.status(), ended, failed);
        String whole = item.aggregatedOutput();
        TrackedItems.Sighting<Command> sighting = commands.see(
                key,
                now,
                state,
                () -> new Command(
                        item.id(),
                        itemTexts.cut(item.command()),
                        state == TrackedItems.State.OPEN ? "" : output(whole, state),
                        whole.length(),
                        item.exitCode(),
                        item.status(),
                        UNDATED));
        commandCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstEnd()) {
            sighting.kept().ifPresent(command -> takeRoom(command.output().length()));
            if (item.status() == ItemStatus.DECLINED) {
                declined++;
            } else if (failed) {
                commandsFailed++;
            }
        }
    }

    private static TrackedItems.State state(ItemStatus status, boolean ended, boolean failed) {
        if (!ended && !status.isFinal()) {
            return TrackedItems.State.OPEN;
        }
        return failed || status == ItemStatus.DECLINED ? TrackedItems.State.FAILED : TrackedItems.State.ENDED;
    }

    /** A part of the room is for what failed: nobody looks for the rest after a failure. */
    private String output(String whole, TrackedItems.State state) {
        long reserved = state == TrackedItems.State.FAILED ? 0 : limits.totalOutputChars() / FOR_FAILURES;
        long room = Math.max(0, outputRoom - reserved);
        return texts.headAndTail(whole, (int) Math.min(limits.outputChars(), room));
    }

    private void takeRoom(long length) {
        outputRoom = Math.max(0, outputRoom - length);
    }

    private static long resultLength(ToolCall call) {
        return call.result().map(String::length).orElse(0);
    }

    void patch(String key, Moment now, Item.FileChange item, boolean ended) {
        TrackedItems.State state = state(item.status(), ended, item.status() == ItemStatus.FAILED);
        TrackedItems.Sighting<Patch> sighting = patches.see(key, now, state, () -> patch(item));
        patchCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstSight() || sighting.firstEnd()) {
            files.apply(item.changes(), item.status(), now);
        }
        if (sighting.firstEnd()) {
            patchedFilesRoom = Math.max(0, patchedFilesRoom - item.changes().size());
            patchesFailed += item.status() == ItemStatus.FAILED ? 1 : 0;
            declined += item.status() == ItemStatus.DECLINED ? 1 : 0;
        }
    }

    /** A patch may touch thousands of files, and there may be a thousand patches. */
    private Patch patch(Item.FileChange item) {
        int kept = Math.max(1, Math.min(FILES_OF_A_PATCH, patchedFilesRoom));
        return new Patch(
                item.id(),
                item.status(),
                item.changes().stream()
                        .limit(kept)
                        .map(change -> new PatchedFile(itemTexts.cut(change.path()), change.kind()))
                        .toList(),
                item.changes().size(),
                UNDATED);
    }

    void call(String key, Moment now, Item.McpToolCall item, boolean ended) {
        TrackedItems.State state = state(item.status(), ended, item.status() == ItemStatus.FAILED);
        call(
                key,
                now,
                item.status(),
                state,
                () -> new ToolCall(
                        item.id(),
                        itemTexts.cut(item.server()),
                        itemTexts.cut(item.tool()),
                        item.status(),
                        itemTexts.cut(item.argumentsJson()),
                        state == TrackedItems.State.OPEN
                                ? Optional.empty()
                                : item.resultJson().map(result -> output(result, state)),
                        item.error().map(itemTexts::cut),
                        UNDATED));
    }

    void call(String key, Moment now, Item.CollabToolCall item, boolean ended) {
        call(
                key,
                now,
                item.status(),
                state(item.status(), ended, item.status() == ItemStatus.FAILED),
                () -> new ToolCall(
                        item.id(),
                        "",
                        itemTexts.cut(item.tool()),
                        item.status(),
                        itemTexts.cut(item.raw()),
                        Optional.empty(),
                        Optional.empty(),
                        UNDATED));
    }

    private void call(String key, Moment now, ItemStatus status, TrackedItems.State state, Supplier<ToolCall> call) {
        TrackedItems.Sighting<ToolCall> sighting = calls.see(key, now, state, call);
        callCount += sighting.firstSight() ? 1 : 0;
        if (sighting.firstEnd()) {
            sighting.kept().ifPresent(kept -> takeRoom(resultLength(kept)));
            callsFailed += status == ItemStatus.FAILED ? 1 : 0;
            declined += status == ItemStatus.DECLINED ? 1 : 0;
        }
    }

    void search(String key, Moment now, Item.WebSearch item, boolean ended) {
        searchCount += searches.see(
                                key,
                                now,
                                ended ? TrackedItems.State.ENDED : TrackedItems.State.OPEN,
                                () -> new Search(
                                        item.id(),
                                        itemTexts.cut(item.query()),
                                        itemTexts.cut(item.actionJson()),
                                        UNDATED))
                        .firstSight()
                ? 1
                : 0;
    }

    List<Command> commands() {
        return commands.values((command, when) -> new Command(
                command.id(),
                command.command(),
                command.output(),
                command.outputLength(),
                command.exitCode(),
                command.status(),
                when));
    }

    List<Patch> patches() {
        return patches.values(
                (patch, when) -> new Patch(patch.id(), patch.status(), patch.files(), patch.fileCount(), when));
    }

    List<ChangedFile> fileChanges() {
        return files.values();
    }

    long filesPatched() {
        return files.count();
    }

    List<ToolCall> toolCalls() {
        return calls.values((call, when) -> new ToolCall(
                call.id(),
                call.server(),
                call.tool(),
                call.status(),
                call.arguments(),
                call.result(),
                call.error(),
                when));
    }

    List<Search> searches() {
        return searches.values((search, when) -> new Search(search.id(), search.query(), search.action(), when));
    }

    long commandsUnfinished() {
        return commands.openCount();
    }

    long dropped() {
        return commands.dropped() + patches.dropped() + files.dropped() + calls.dropped() + searches.dropped();
    }
}
