package dev.codexrunner.changes;

/** What became of a path. */
public enum ChangeType {
    ADDED,
    MODIFIED,
    DELETED,
    /** It is something else now: a link instead of a file, or a link to elsewhere. */
    REPLACED,
    /** The same content with other permissions. */
    PERMISSIONS
}
