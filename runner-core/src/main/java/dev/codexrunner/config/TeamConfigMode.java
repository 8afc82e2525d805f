package dev.codexrunner.config;

/** Where the repository's Team Config ({@code .codex/}, {@code AGENTS.md}) is taken from. */
public enum TeamConfigMode {
    /** {@code .codex/} is left aside; {@code AGENTS.md} is read from the checkout, as codex always does. */
    OFF,
    /** Both come from a protected commit, and nothing of them from the checkout. */
    BASE
}
