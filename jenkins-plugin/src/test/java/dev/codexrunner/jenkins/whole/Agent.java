package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A machine of its own, as far as Jenkins can tell: connected by WebSocket, which it connects again by itself. */
final class Agent implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path root;
    private final Map<String, String> environment;
    private final Controller controller;
    private final String secret;
    private ChildProcess process;

    private Agent(Path folder, Map<String, String> environment, Controller controller, String secret)
            throws IOException {
        this.folder = folder;
        this.root = folder.resolve("agent");
        this.environment = environment;
        this.controller = controller;
        this.secret = secret;
        process = launch();
    }

    /** @param environment of the machine, and so of all that runs there */
    static Agent connect(Path folder, Map<String, String> environment, Controller controller, String secret)
            throws Exception {
        try (InputStream jar =
                controller.rest().at("jnlpJars/agent.jar").toURL().openStream()) {
            Files.copy(jar, folder.resolve("agent.jar"));
        }
        Agent agent = new Agent(folder, environment, controller, secret);
        agent.awaitOnline();
        return agent;
    }

    Path root() {
        return root;
    }

    Path workspace(String job) {
        return root.resolve("workspace").resolve(job);
    }

    void awaitOnline() throws Exception {
        Waiting.untilTrue("The agent", PATIENCE, () -> {
            String computer = controller.rest().get("computer/agent/api/json?tree=offline");
            return computer.contains("\"offline\":false");
        });
    }

    /** As a crash of its machine's Jenkins agent; what it had started lives on. */
    void kill() throws InterruptedException {
        process.kill();
    }

    void startAgain() throws Exception {
        process = launch();
        awaitOnline();
    }

    /** It neither reads nor writes for that time, as behind a broken network. */
    void stopFor(Duration time) throws IOException, InterruptedException {
        signal("STOP");
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } finally {
            signal("CONT");
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private ChildProcess launch() throws IOException {
        return ChildProcess.start(
                folder,
                folder.resolve("agent.log"),
                environment,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        "agent.jar",
                        "-url",
                        controller.url(),
                        "-name",
                        "agent",
                        "-secret",
                        secret,
                        "-webSocket",
                        "-workDir",
                        root.toString()));
    }
}
