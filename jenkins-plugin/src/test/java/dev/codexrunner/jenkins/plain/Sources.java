package dev.codexrunner.jenkins.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the whole plugin. They can be read where no Jenkins is that its classes could be compiled with. */
final class Sources {

    static final String OWN = "dev/codexrunner/jenkins";

    private static final Path MAIN =
            Path.of(System.getProperty("codexrunner.root", ".."), "jenkins-plugin", "src", "main");

    private Sources() {}

    static Path java() {
        return MAIN.resolve("java").resolve(OWN);
    }

    static Path resources() {
        return MAIN.resolve("resources").resolve(OWN);
    }

    /** Names of the packages. */
    static List<String> packages() {
        try (Stream<Path> folders = Files.list(java())) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below a folder, those whose names end so. */
    static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
