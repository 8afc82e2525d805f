package dev.codexrunner.config;

/** What the agent's commands may touch; codex's own three modes. */
public enum Sandbox {
    READ_ONLY("read-only"),
    WORKSPACE_WRITE("workspace-write"),
    DANGER_FULL_ACCESS("danger-full-access");

    private final String flagValue;

    Sandbox(String flagValue) {
        this.flagValue = flagValue;
    }

    /** As codex's {@code -s} takes it. */
    public String flagValue() {
        return flagValue;
    }
}
