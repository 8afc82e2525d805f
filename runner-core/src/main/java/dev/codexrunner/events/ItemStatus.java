package dev.codexrunner.events;

/** How far an item has come, as codex says it. */
public enum ItemStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    DECLINED,
    /** Absent, or a word that this version doesn't know. */
    UNKNOWN;

    /** Whether codex has finished with the item, one way or the other. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == DECLINED;
    }
}
