package dev.codexrunner.changes;

/**
 * Files that something runs, or takes orders from, by their name alone.
 *
 * @param glob below the repository's top
 * @param runBy who does so, for the documentation and the failure
 */
public record GatedPath(String glob, String runBy) {}
