package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codex program of a run: found, trusted, of the pinned digest and version where those are pinned. */
public final class CodexBinary {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+\\S*");
    private static final int BUFFER = 1 << 20;

    private final Path path;
    private final String version;
    private @Nullable CompletableFuture<String> sha256;

    private CodexBinary(Path path, String version, @Nullable CompletableFuture<String> sha256) {
        this.path = path;
        this.version = version;
        this.sha256 = sha256;
    }

    /**
     * Finds codex and checks it. The program is started, for its version, only after every other check.
     *
     * @param codex which one is wanted
     * @param env the runner's environment, for PATH
     * @param agentFolders the working folder and all others that the agent may change
     * @param command with the bound for {@code codex --version}
     * @param environment for that command, with a CODEX_HOME and without a token
     * @param runId the run
     * @throws dev.codexrunner.failure.FailureException of kind codex_start
     */
    public static CodexBinary find(
            CodexConfig codex,
            Map<String, String> env,
            List<Path> agentFolders,
            BoundedCommand command,
            ChildEnvironment environment,
            RunId runId) {
        Path program = CodexLocation.find(codex.codexPath(), env, agentFolders);
        CompletableFuture<String> digest = null;
        if (codex.codexSha256().isPresent()) {
            String pinned = codex.codexSha256().get().toLowerCase(Locale.ROOT);
            String actual = readableDigest(program);
            if (!pinned.equals(actual)) {
                throw LaunchFailure.CODEX_DIGEST_MISMATCH
                        .with(program, actual, pinned)
                        .asException();
            }
            digest = CompletableFuture.completedFuture(actual);
        }
        String version = version(program, command, environment, runId);
        codex.codexVersion().filter(pinned -> !pinned.equals(version)).ifPresent(pinned -> {
            throw LaunchFailure.CODEX_VERSION_MISMATCH
                    .with(program, version, pinned)
                    .asException();
        });
        return new CodexBinary(program, version, digest);
    }

    private static String readableDigest(Path program) {
        try {
            return digest(program);
        } catch (UncheckedIOException e) {
            throw LaunchFailure.CODEX_UNREADABLE.with(program).asException();
        }
    }

    private static String version(Path program, BoundedCommand command, ChildEnvironment environment, RunId runId) {
        BoundedCommand.Result result = command.run(program, List.of("--version"), environment, Path.of("/"), runId, "");
        if (!result.succeeded()) {
            String how = result.exit().ending() == Ending.EXITED
                    ? "ended with exit code " + result.exit().exitCode()
                    : "took longer than its bound";
            throw LaunchFailure.CODEX_VERSION_UNREADABLE.with(program, how).asException();
        }
        Matcher version = VERSION.matcher(result.stdout());
        if (!version.find()) {
            throw LaunchFailure.CODEX_VERSION_UNREADABLE
                    .with(program, "printed no version")
                    .asException();
        }
        return version.group();
    }

    /** Absolute, without links. */
    public Path path() {
        return path;
    }

    /** As the program itself says, for instance {@code 0.169.0}. */
    public String version() {
        return version;
    }

    /**
     * Its digest, 64 lower-case hex digits. The first call begins to compute it, on a thread of its own; for the real
     * codex, 294 MB, that takes a second, which a run has and a short command hasn't.
     */
    public synchronized CompletableFuture<String> sha256() {
        CompletableFuture<String> known = sha256;
        if (known == null) {
            known = CompletableFuture.supplyAsync(() -> digest(path), CodexBinary::onDaemon);
            sha256 = known;
        }
        return known;
    }

    private static void onDaemon(Runnable work) {
        Thread thread = new Thread(work, "codex-digest");
        thread.setDaemon(true);
        thread.start();
    }

    private static String digest(Path program) {
        try (InputStream file = Files.newInputStream(program)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
