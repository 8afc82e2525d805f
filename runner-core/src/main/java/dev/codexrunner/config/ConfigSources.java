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
        RECORDING,
        /** Bringing a new token in: it comes by itself, and Vault is written to. */
        STAGING,
        /** Any other step of a rotation: everything comes from Vault. */
        ROTATION,
        /** Looking at the live tokens of one path or of several. */
        ROTATION_CHECK;

        boolean isRotation() {
            return this == STAGING || this == ROTATION || this == ROTATION_CHECK;
        }
    }

    @Override
    public String toString() {
        return "ConfigSources[" + purpose + "]";
    }
}
