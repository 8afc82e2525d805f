package dev.codexrunner.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What the process was started with.
 *
 * @param environment the variables, read once
 * @param in standard input
 * @param out standard output, for results only
 * @param err standard error, for progress and failures
 * @param errIsTerminal whether a person looks at standard error
 */
public record Surroundings(
        Map<String, String> environment, InputStream in, PrintStream out, PrintStream err, boolean errIsTerminal) {

    @Override
    public String toString() {
        return "Surroundings";
    }
}
