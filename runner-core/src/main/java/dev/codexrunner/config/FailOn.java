package dev.codexrunner.config;

/** Things that codex itself passes over, and that fail the run where asked. */
public enum FailOn {
    PATCH_FAILED,
    DECLINED,
    EVENT_GAP,
    COMMAND_FAILED
}
