package dev.codexrunner.input;

import dev.codexrunner.testkit.fake.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes scenes below target: not below /tmp, where codex's home must not be, and clean removes them. */
final class JarScenes {

    private JarScenes() {}

    static JarScene create() throws IOException {
        return create(Behaviour.SUCCEEDS);
    }

    static JarScene create(Behaviour behaviour) throws IOException {
        return new JarScene(
                Files.createTempDirectory(
                        Files.createDirectories(
                                Path.of("target", "input").toAbsolutePath().normalize()),
                        "scene"),
                behaviour);
    }
}
