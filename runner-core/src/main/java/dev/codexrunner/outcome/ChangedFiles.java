package dev.codexrunner.outcome;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each path over all patches. A failed patch doesn't unmake what an earlier one did. */
final class ChangedFiles {

    private final KeptTexts texts;
    private final Map<String, ChangedFile> byPath = new LinkedHashMap<>();
    private long dropped;

    ChangedFiles(KeptTexts texts) {
        this.texts = texts;
    }

    void apply(List<Item.Change> changes, ItemStatus status, Moment now) {
        for (Item.Change change : changes) {
            String path = texts.cut(change.path());
            ChangedFile before = byPath.get(path);
            if (before != null) {
                byPath.put(path, merged(before, change.kind(), status));
            } else if (byPath.size() < texts.limits().itemsPerList()) {
                byPath.put(path, new ChangedFile(path, change.kind(), status, Occurrence.at(now)));
            } else if (status.isFinal()) {
                dropped++;
            }
        }
    }

    private static ChangedFile merged(ChangedFile before, ChangeKind kind, ItemStatus status) {
        if (before.status() != ItemStatus.COMPLETED) {
            return new ChangedFile(before.path(), kind, status, before.when());
        }
        return status == ItemStatus.COMPLETED
                ? new ChangedFile(before.path(), merged(before.kind(), kind), status, before.when())
                : before;
    }

    private static ChangeKind merged(ChangeKind before, ChangeKind now) {
        if (before == ChangeKind.ADD && now == ChangeKind.UPDATE) {
            return ChangeKind.ADD;
        }
        if (before == ChangeKind.DELETE && now == ChangeKind.ADD) {
            return ChangeKind.UPDATE;
        }
        return now;
    }

    List<ChangedFile> values() {
        return List.copyOf(byPath.values());
    }

    /** Those that may have changed; of those no longer kept, each patch counts anew. */
    long count() {
        return count(byPath.values()) + dropped;
    }

    static long count(Collection<ChangedFile> files) {
        return files.stream()
                .filter(file -> file.status() != ItemStatus.FAILED && file.status() != ItemStatus.DECLINED)
                .count();
    }

    long dropped() {
        return dropped;
    }
}
