package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Jenkins made of a war and a folder of plugins, on one loopback port over all its restarts. */
final class Controller implements AutoCloseable {

    private static final Duration BOOT = Duration.ofMinutes(6);

    private final Path war;
    private final Path home;
    private final Path logs;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> flags;
    private final List<Path> starts = new ArrayList<>();
    private ChildProcess process;

    private Controller(Path war, Path home, Path logs, int port, Map<String, String> environment, List<String> flags)
            throws IOException {
        this.war = war;
        this.home = home;
        this.logs = logs;
        this.port = port;
        this.environment = new LinkedHashMap<>(environment);
        this.environment.put("JENKINS_HOME", home.toString());
        this.flags = List.copyOf(flags);
        process = launch();
    }

    /**
     * In a new home with these plugins.
     *
     * @param environment further variables
     * @param flags of its Java, which come after those that each one gets
     */
    static Controller start(Path war, Path plugins, Path folder, Map<String, String> environment, List<String> flags)
            throws Exception {
        Path home = folder.resolve("jenkins-home");
        Path target = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file : files.filter(Controller::isPlugin).toList()) {
                String name = String.valueOf(file.getFileName()).replaceAll("\\.[hj]pi$", "");
                Files.copy(file, target.resolve(name + ".jpi"));
            }
        }
        Controller controller = new Controller(war, home, folder, freePort(), environment, flags);
        controller.awaitUp();
        return controller;
    }

    Rest rest() {
        return new Rest(URI.create(url()));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    Path home() {
        return home;
    }

    /** What all its starts have logged. */
    String log() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path start : starts) {
            all.append(Files.readString(start));
        }
        return all.toString();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** Starts it again after {@link #kill}. */
    void startAgain() throws Exception {
        process = launch();
        awaitUp();
    }

    /** As an administrator does. */
    void restart() throws Exception {
        rest().post("exit");
        if (!process.endsWithin(60)) {
            throw new AssertionError("Jenkins did not end");
        }
        startAgain();
    }

    @Override
    public void close() throws Exception {
        process.close();
    }

    private ChildProcess launch() throws IOException {
        Path log = logs.resolve("controller-" + (starts.size() + 1) + ".log");
        starts.add(log);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Djenkins.install.runSetupWizard=false",
                "-Djenkins.model.Jenkins.slaveAgentPort=-1",
                "-Dhudson.model.UpdateCenter.never=true",
                "-Dhudson.model.UsageStatistics.disabled=true",
                "-Dhudson.DNSMultiCast.disabled=true",
                // The repository that examples are checked out from lies on this machine's disk.
                "-Dhudson.plugins.git.GitSCM.ALLOW_LOCAL_CHECKOUT=true"));
        command.addAll(flags);
        command.addAll(List.of("-jar", war.toString(), "--httpPort=" + port, "--httpListenAddress=127.0.0.1"));
        return ChildProcess.start(logs, log, environment, command);
    }

    private void awaitUp() throws Exception {
        Waiting.untilTrue("Jenkins", BOOT, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("Jenkins ended:\n" + process.output());
            }
            return process.output().contains("Jenkins is fully up and running");
        });
    }

    private static boolean isPlugin(Path file) {
        return file.toString().endsWith(".jpi") || file.toString().endsWith(".hpi");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
