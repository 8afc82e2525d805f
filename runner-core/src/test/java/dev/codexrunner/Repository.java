package dev.codexrunner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The repository's own files, for tests that compare what is generated with what is committed. */
public final class Repository {

    private static final String REGENERATE =
            "mvn -q -pl runner-core -am test -Dtest=*DocumentationTest -Dsurefire.failIfNoSpecifiedTests=false -Dupdate";

    private Repository() {}

    public static Path file(String path) {
        return Path.of(System.getProperty("codexrunner.root", ".."))
                .resolve(path)
                .normalize();
    }

    public static String read(String path) {
        try {
            return Files.exists(file(path)) ? Files.readString(file(path)) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes the file where {@code -Dupdate} is given; the caller then compares in either case. */
    public static void updateIfAsked(String path, String content) {
        if (System.getProperty("update") == null) {
            return;
        }
        try {
            Files.createDirectories(file(path).getParent());
            Files.writeString(file(path), content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static String outOfDate(String path) {
        return path + " is out of date; regenerate it with: " + REGENERATE;
    }
}
