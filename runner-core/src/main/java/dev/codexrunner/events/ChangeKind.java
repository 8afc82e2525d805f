package dev.codexrunner.events;

/** What a patch does to one file. */
public enum ChangeKind {
    ADD,
    UPDATE,
    DELETE,
    /** A word that this version doesn't know. */
    UNKNOWN
}
