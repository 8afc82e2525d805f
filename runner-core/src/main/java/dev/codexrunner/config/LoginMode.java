package dev.codexrunner.config;

/** How codex learns the token: from its environment, or stored by {@code codex login}. */
public enum LoginMode {
    ENV,
    STORED
}
