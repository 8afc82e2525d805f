package dev.codexrunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start the shaded jar: with the flags that every starter gives, and with its classes from an archive. */
public final class JarStart {

    private JarStart() {}

    /** The jar under test. */
    public static Path jar() {
        return Path.of(System.getProperty(
                "codexrunner.jar",
                Repository.file("runner-core/target/codex-runner.jar").toString()));
    }

    /** The command line up to {@code -jar}: java, the flags of contract/jvm.options, and the archive where there is one. */
    public static List<String> java() throws IOException {
        List<String> line = javaWithoutArchive();
        StartUpArchive.file().ifPresent(archive -> line.add("-XX:SharedArchiveFile=" + archive));
        return line;
    }

    /** As a user's starter has it, to the letter: for what measures memory. */
    public static List<String> javaWithoutArchive() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Files.readAllLines(Repository.file("contract/jvm.options")).stream()
                .filter(flag -> !flag.isBlank() && !flag.startsWith("#"))
                .forEach(line::add);
        return line;
    }
}
