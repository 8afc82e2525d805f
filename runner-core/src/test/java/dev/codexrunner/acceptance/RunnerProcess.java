package dev.codexrunner.acceptance;

import dev.codexrunner.JarStart;
import dev.codexrunner.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One start of the shaded jar, with what a pipeline would pass; a test says what differs. Not thread-safe. */
final class RunnerProcess {

    /** Far beyond every bound that a test sets: reaching it means that the runner hangs. */
    private static final Duration HANGS = Duration.ofSeconds(90);

    private final Scene scene;
    private final Path folder;
    private final Path home;
    private Path workspace;
    private Path reportDir;
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> more = new ArrayList<>();
    private Optional<String> promptArgument = Optional.of("-");
    private List<String> insteadOfJava = List.of();
    private String stdin = "Do something.";
    private boolean stdinHeldOpen;
    private List<String> starter = List.of();
    private String retrySettings = "request_max_retries=0,stream_max_retries=1,";

    RunnerProcess(Scene scene, Path folder, String name) throws IOException, InterruptedException {
        this.scene = scene;
        this.folder = folder;
        this.home = Files.createDirectory(folder.resolve("home"));
        this.workspace = Files.createDirectory(folder.resolve("workspace"));
        this.reportDir = folder.resolve("report");
        Files.createDirectory(temporaryFolder());
        Process git = new ProcessBuilder("git", "init", "-q", workspace.toString()).start();
        if (git.waitFor() != 0) {
            throw new IOException("git init failed");
        }
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", home.toString());
        environment.put("TMPDIR", temporaryFolder().toString());
        environment.putAll(scene.backend().connection().environment());
        option("--vault-addr", scene.vault().address().toString());
        option("--vault-ca", scene.caFile().toString());
        option("--vault-auth", "approle");
        option("--vault-role-id", scene.vault().roleId());
        option(
                "--vault-secret-id-file",
                scene.vault()
                        .writeSecretId(folder.resolveSibling(name + ".secret-id"))
                        .toString());
        option("--vault-path", "secret/ci/" + name + "#access_token");
        option("--ca-bundle", scene.caFile().toString());
        option("--codex-path", scene.codex().toString());
        option("--sandbox", "workspace-write");
        option("--retries", "0");
    }

    /** The scenario that the prompt picks. */
    RunnerProcess playing(String scenario) {
        stdin = prompt(scenario);
        return this;
    }

    static String prompt(String scenario) {
        return "[scenario:" + scenario + "] Do it.";
    }

    /** Sets an option, in place of the usual value. */
    RunnerProcess option(String name, String value) {
        options.put(name, List.of(name, value));
        return this;
    }

    RunnerProcess without(String option) {
        options.remove(option);
        return this;
    }

    /** Adds arguments as they are. */
    RunnerProcess with(String... arguments) {
        more.addAll(List.of(arguments));
        return this;
    }

    RunnerProcess env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    RunnerProcess stdin(String text) {
        stdin = text;
        return this;
    }

    /** Standard input is a pipe that nobody writes to and nobody closes. */
    RunnerProcess stdinHeldOpen() {
        stdinHeldOpen = true;
        return this;
    }

    /** A command line that starts what follows it: {@code unshare -m}, for instance. */
    RunnerProcess startedBy(String... commandLine) {
        starter = List.of(commandLine);
        return this;
    }

    /** The positional argument; empty for none. */
    RunnerProcess promptArgument(Optional<String> argument) {
        promptArgument = argument;
        return this;
    }

    RunnerProcess workspace(Path other) {
        workspace = other;
        return this;
    }

    RunnerProcess reportDir(Path other) {
        reportDir = other;
        return this;
    }

    /** Started on a machine that allows core files of any size, by the starter script or by java itself. */
    RunnerProcess allowingCoreFiles(boolean byScript) {
        startedBy("/bin/sh", "-c", "ulimit -c unlimited 2>/dev/null; exec \"$@\"", "sh");
        return byScript ? throughTheScript() : this;
    }

    /** Started by scripts/codex-runner. */
    RunnerProcess throughTheScript() {
        insteadOfJava = script();
        return this;
    }

    private List<String> script() {
        env("JAVA_HOME", System.getProperty("java.home"));
        return List.of(Repository.file("scripts/codex-runner").toString());
    }

    /** codex retries as often as it does by itself, instead of once. */
    RunnerProcess withCodexOwnRetries() {
        retrySettings = "";
        return this;
    }

    Path workspace() {
        return workspace;
    }

    /** Everything that this run may write lies in here. */
    Path folder() {
        return folder;
    }

    /** What the runner and codex are given as TMPDIR and the JVM as java.io.tmpdir; empty before the run. */
    Path temporaryFolder() {
        return folder.resolve("tmp");
    }

    /** Runs it to its end. */
    FinishedRun finish() throws IOException, InterruptedException {
        return start().await();
    }

    /** Starts it. */
    Running start() throws IOException {
        return start(execArguments());
    }

    /** Where the private CODEX_HOME of the run lies while it lasts. */
    Path privateHomes() {
        return home.resolve(".local/state/codex-runner/homes");
    }

    /** Replays what the run left in its report folder, into another one. */
    FinishedRun replay(Path into) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "replay",
                reportDir.resolve("events.jsonl").toString(),
                "--codex-exit-code",
                "unknown",
                "--report-dir",
                into.toString());
        FinishedRun finished = start(arguments).await();
        return new FinishedRun(finished.exitCode(), finished.stdout(), finished.stderr(), into, home);
    }

    private Running start(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(starter);
        line.addAll(insteadOfJava.isEmpty() ? java() : insteadOfJava);
        line.addAll(arguments);
        Path out = Files.createTempFile(folder, "stdout", ".txt");
        Path err = Files.createTempFile(folder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(
                        stdinHeldOpen
                                ? ProcessBuilder.Redirect.PIPE
                                : ProcessBuilder.Redirect.from(Files.writeString(folder.resolve("stdin.txt"), stdin)
                                        .toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(scene.endingWithUs(builder.start()), out, err, reportDir, home);
    }

    private List<String> java() throws IOException {
        List<String> line = JarStart.java();
        line.addAll(List.of(
                "-Djava.io.tmpdir=" + temporaryFolder(), "-jar", JarStart.jar().toString()));
        return line;
    }

    private List<String> execArguments() {
        List<String> arguments = new ArrayList<>(List.of("exec"));
        options.values().forEach(arguments::addAll);
        arguments.addAll(List.of("--cd", workspace.toString(), "--report-dir", reportDir.toString()));
        arguments.addAll(toTheBackend());
        arguments.addAll(more);
        promptArgument.ifPresent(arguments::add);
        return arguments;
    }

    /** Tells codex where the stand-in listens; each way is refused unless it is allowed by name. */
    private List<String> toTheBackend() {
        return toTheBackend(scene, retrySettings);
    }

    /** As {@link #toTheBackend()}, for other commands. */
    static List<String> toTheBackend(Scene scene, String retrySettings) {
        String url = scene.backend().connection().chatgptBaseUrl();
        List<String> arguments = new ArrayList<>(List.of(
                "-c",
                "model_provider=\"standin\"",
                "-c",
                "chatgpt_base_url=\"" + url + "\"",
                "-c",
                "model_providers.standin={name=\"stand-in\",base_url=\"" + url + "/codex\",wire_api=\"responses\","
                        + "requires_openai_auth=true," + retrySettings + "supports_websockets=false}"));
        List.of("model_provider", "model_providers", "chatgpt_base_url")
                .forEach(key -> arguments.addAll(List.of("--allow-override", key)));
        scene.backend()
                .connection()
                .environment()
                .keySet()
                .forEach(name -> arguments.addAll(List.of("--pass-env", name, "--allow-override", name)));
        return arguments;
    }

    /** The process while it runs. */
    record Running(Process process, Path out, Path err, Path reportDir, Path home) {

        FinishedRun await() throws IOException, InterruptedException {
            if (!process.waitFor(HANGS.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the runner hangs; it had said: " + Files.readString(err));
            }
            return new FinishedRun(process.exitValue(), Files.readString(out), Files.readString(err), reportDir, home);
        }

        /** Sends a signal by its name. */
        void signal(String name) throws IOException, InterruptedException {
            int sent = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new IOException("kill -" + name + " failed");
            }
        }
    }
}
