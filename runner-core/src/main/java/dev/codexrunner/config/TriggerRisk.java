package dev.codexrunner.config;

/** Why a trigger of the CI may not be trusted with the company's token; each is allowed by its own name. */
public enum TriggerRisk {
    /** The change comes from a fork, whose author needs no right to write to the repository. */
    FORK,
    /** The run has the base repository's secrets, and its event is a stranger's pull request. */
    PULL_REQUEST_TARGET,
    /** The event is a text of somebody who need not belong to the repository. */
    COMMENT,
    /** Everybody can read the log, open pull requests and write comments. */
    PUBLIC_REPOSITORY,
    /** The machine belongs to the CI's provider. */
    HOSTED_RUNNER
}
