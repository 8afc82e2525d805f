package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a configuration is made from.
 *
 * @param purpose what the configuration is for; decides which rules between settings apply
 * @param flags texts given on the command line, by setting name; a switch has the text {@code true}
 * @param environment the environment, read once
 * @param file the configuration file, only if one was named: none is ever looked for
 * @param prompt the prompt argument, {@code -} for standard input
 */
public record ConfigSources(
        Purpose purpose,
        Map<String, List<String>> flags,
        Map<String, String> environment,
        Optional<Path> file,
        Optional<String> prompt) {

    /** What a configuration is for. */
    public enum Purpose {
        /** A run: a prompt and a complete token source are needed. */
        RUN,
        /** Looking at the configuration, or checking the links it describes: no prompt is needed. */
        CHECK,
        /** Judging a recorded stream: neither prompt nor token is needed. */
        RECORDING
    }

    @Override
    public String toString() {
        return "ConfigSources[" + purpose + "]";
    }
}
