package dev.codexrunner.reliability;

/** A part of docs/reliability.md, in its order. */
public enum Area {
    SECRETS("Secrets in output"),
    AGENT("What the agent can see and change"),
    SUPERVISION("Processes and signals"),
    DISK("Disk, folders and streams"),
    CODEX("codex and its service"),
    RETRY("Retry and resume"),
    POLICY("Budgets and policy"),
    VAULT("Vault"),
    NETWORK("Network, TLS and proxies"),
    ROTATION("Rotation"),
    INPUT("Bad input");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
