package dev.codexrunner.config;

/** How live progress is shown on standard error. */
public enum ProgressMode {
    AUTO,
    PLAIN,
    NONE
}
