package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was seen and measured, for whoever wants to know. */
final class Figures {

    private final Path folder;

    Figures(Path folder) {
        this.folder = folder;
    }

    void note(String line) throws IOException {
        Files.writeString(
                folder.resolve("figures.txt"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void keep(String kind, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(kind)).resolve(name), text);
    }
}
