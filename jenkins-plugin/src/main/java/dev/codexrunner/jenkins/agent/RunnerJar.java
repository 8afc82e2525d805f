package dev.codexrunner.jenkins.agent;

import dev.codexrunner.jenkins.request.RunnerCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The jar of codex-runner that the plugin carries, and what belongs to its start. Nothing of it is loaded into the controller. */
public final class RunnerJar {

    private static final String RESOURCES = "/dev/codexrunner/jenkins/runner/";

    private RunnerJar() {}

    /** Read once: hashing it for each run would cost more than starting it. */
    private static final class Once {
        static final String SHA256 = read();

        private static String read() {
            try (InputStream jar = open()) {
                return Sha256.of(jar);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** SHA-256, in lower-case hexadecimal. */
    public static String sha256() {
        return Once.SHA256;
    }

    public static InputStream open() {
        return resource("codex-runner.jar");
    }

    /** The flags of contract/jvm.options, which every starter of the runner uses. */
    public static List<String> jvmFlags() throws IOException {
        try (InputStream options = resource("jvm.options")) {
            return RunnerCommand.jvmFlags(new String(options.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = RunnerJar.class.getResourceAsStream(RESOURCES + name);
        if (stream == null) {
            throw new IllegalStateException("The plugin was built without " + name + ".");
        }
        return stream;
    }
}
