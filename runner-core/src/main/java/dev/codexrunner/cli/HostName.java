package dev.codexrunner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** This machine's name, for reports, without asking a name server. */
final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    static String of(Map<String, String> environment) {
        try {
            return Files.readString(LINUX).strip();
        } catch (IOException elsewhere) {
            return environment.getOrDefault("HOSTNAME", "unknown");
        }
    }
}
