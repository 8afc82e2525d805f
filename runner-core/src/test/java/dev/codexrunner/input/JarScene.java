package dev.codexrunner.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.JarStart;
import dev.codexrunner.testkit.fake.Behaviour;
import dev.codexrunner.testkit.fake.FakeCodex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder with a well-behaved stand-in for codex, where everything works but for what a test gives. */
final class JarScene {

    /** Far beyond what any of these runs takes: reaching it means that the runner hangs. */
    private int hangsSeconds = 60;

    private final Path folder;
    private final Path codex;
    private final Map<String, String> environment = new TreeMap<>();
    private Path stdin = Path.of("/dev/null");
    private String heap = "";
    private int runs;

    JarScene(Path folder) throws IOException {
        this(folder, Behaviour.SUCCEEDS);
    }

    JarScene(Path folder, Behaviour behaviour) throws IOException {
        this.folder = folder;
        for (String name : List.of("bin", "work", "home", "tmp")) {
            Files.createDirectory(folder.resolve(name));
        }
        codex = FakeCodex.install(folder.resolve("bin"), behaviour);
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("CODEX_ACCESS_TOKEN", "sk-" + "a1b2".repeat(12));
    }

    JarScene env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    JarScene stdin(Path file) {
        stdin = file;
        return this;
    }

    JarScene patience(int seconds) {
        hangsSeconds = seconds;
        return this;
    }

    JarScene heap(String flag) {
        heap = flag;
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(file(name), bytes);
    }

    /** A pipe by name that nobody writes to. */
    Path pipe(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", file(name).toString()).start().waitFor())
                .isZero();
        return file(name);
    }

    /** {@code exec} with everything that a good run needs, and those arguments. */
    JarRun exec(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("exec", "--codex-path", codex.toString(), "--token-source", "env"));
        line.addAll(List.of("--token-kind", "api-key", "--skip-git-repo-check", "--retries", "0"));
        List<String> given = List.of(arguments);
        if (!given.contains("--cd")) {
            line.addAll(List.of("--cd", file("work").toString()));
        }
        if (!given.contains("--report-dir")) {
            line.addAll(List.of("--report-dir", file("report").toString()));
        }
        line.addAll(given);
        return run(line);
    }

    /** {@code replay} into a report folder of its own. */
    JarRun replay(String... arguments) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of("replay", "--report-dir", file("report").toString()));
        line.addAll(List.of(arguments));
        return run(line);
    }

    JarRun run(List<String> arguments) throws IOException, InterruptedException {
        Path out = file("stdout." + ++runs);
        Path err = file("stderr." + runs);
        ProcessBuilder builder = new ProcessBuilder(commandLine(arguments))
                .directory(folder.toFile())
                .redirectInput(stdin.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        long peak = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(hangsSeconds);
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMebibytes(process));
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("the runner hangs; it had said: " + Files.readString(err));
            }
        }
        nothingLeft();
        return new JarRun(
                process.exitValue(),
                Files.readString(out),
                Files.readString(err),
                file("report"),
                Files.exists(codex.resolveSibling("codex.pid")),
                peak);
    }

    /** The high-water mark, so that nothing between two looks is missed. */
    private static long peakMebibytes(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** The starter's own flags; with another heap as {@link #heap} says. */
    List<String> commandLine(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(heap.isEmpty() ? JarStart.java() : JarStart.javaWithoutArchive());
        if (!heap.isEmpty()) {
            line.removeIf(flag -> flag.startsWith("-Xmx"));
            line.add(heap);
        }
        line.addAll(List.of(
                "-Djava.io.tmpdir=" + file("tmp"), "-jar", JarStart.jar().toString()));
        line.addAll(arguments);
        return line;
    }

    private void nothingLeft() throws IOException {
        Path homes = file("home/.local/state/codex-runner/homes");
        for (Path left : List.of(homes, file("tmp"))) {
            if (Files.isDirectory(left)) {
                try (Stream<Path> entries = Files.list(left)) {
                    assertThat(entries).as("left behind").isEmpty();
                }
            }
        }
    }
}
