package dev.codexrunner.jenkins.request;

/** What the agent is asked to do. */
public sealed interface Prompt {

    /** The words themselves. They reach the runner in a file, never as an argument. */
    record Text(String text) implements Prompt {}

    /** @param path of a file, relative to the workspace */
    record FileInWorkspace(String path) implements Prompt {}
}
