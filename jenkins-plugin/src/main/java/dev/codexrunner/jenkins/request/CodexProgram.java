package dev.codexrunner.jenkins.request;

/** The codex that the agent has. */
public sealed interface CodexProgram {

    /** The one that is found on the agent's PATH. */
    record OnPath() implements CodexProgram {}

    /** @param path of the program, or of the folder of its npm package, on the agent */
    record AtPath(String path) implements CodexProgram {}

    /** @param name of a codex installation of the controller's tools */
    record Installed(String name) implements CodexProgram {}
}
