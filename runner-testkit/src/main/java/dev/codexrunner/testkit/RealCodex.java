package dev.codexrunner.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the real codex with exactly the environment that it is given.
 *
 * @param binary the native binary
 */
public record RealCodex(Path binary) {

    /** What every child needs to find a shell. */
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    /**
     * What a finished run left.
     *
     * @param exitCode codex's exit code; 128+n for a signal
     * @param stdout whole standard output
     * @param stderr whole standard error
     * @param took wall time
     */
    public record Result(int exitCode, String stdout, String stderr, Duration took) {}

    /**
     * Runs codex and waits.
     *
     * @param arguments after the program's name
     * @param environment everything codex gets beside PATH
     * @param folder working directory
     * @param stdin what it reads
     * @param limit it is killed after that
     * @throws IOException when it cannot be started, or had to be killed
     */
    public Result run(
            List<String> arguments, Map<String, String> environment, Path folder, String stdin, Duration limit)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("codex", ".stdout");
        Path err = Files.createTempFile("codex", ".stderr");
        try {
            List<String> command = new ArrayList<>(List.of(binary.toString()));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", PATH);
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            process.outputWriter().append(stdin).close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IOException("codex did not end within " + limit + "; it had printed: " + Files.readString(out)
                        + Files.readString(err));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out),
                    Files.readString(err),
                    Duration.ofNanos(System.nanoTime() - start));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
