package dev.codexrunner;

import dev.codexrunner.testkit.fake.Behaviour;
import dev.codexrunner.testkit.fake.FakeCodex;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultAdmin;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The classes of the jar, parsed and verified ahead (AppCDS). The tests start the jar many hundred times, and each start
 * takes a fifth less CPU time with it. The first test process that starts the jar makes the archive, the others wait.
 */
final class StartUpArchive {

    private static final Optional<Path> FILE = ofCurrentJar();

    private StartUpArchive() {}

    /** Empty where there is no jar, or java could not make an archive of it: everything works without, only slower. */
    static Optional<Path> file() {
        return FILE;
    }

    private static Optional<Path> ofCurrentJar() {
        Path jar = JarStart.jar().toAbsolutePath();
        if (!Files.exists(jar)) {
            return Optional.empty();
        }
        // Another JDK does not read it, and would say so on the runner's standard output.
        Path archive = jar.resolveSibling("codex-runner-" + Runtime.version() + ".jsa");
        Path lockFile = jar.resolveSibling("codex-runner.jsa.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isNewer(archive, jar)) {
                make(archive, jar);
            }
            return Optional.of(archive).filter(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isNewer(Path archive, Path jar) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /** Of one ordinary run: a token from Vault, codex, reports. */
    private static void make(Path archive, Path jar) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(jar.getParent(), "start-up-archive");
        Path made = folder.resolve("made.jsa");
        PrivateCa authority = PrivateCa.create();
        try (VaultStandIn vault = VaultStandIn.start(authority)) {
            ProcessBuilder builder = new ProcessBuilder(commandLine(folder, made, jar, vault, authority))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(folder.resolve("stdout").toFile())
                    .redirectError(folder.resolve("stderr").toFile());
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
            builder.environment()
                    .put("HOME", Files.createDirectory(folder.resolve("home")).toString());
            Process run = builder.start();
            if (!run.waitFor(2, TimeUnit.MINUTES)) {
                run.destroyForcibly();
            } else if (Files.exists(made)) {
                Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> commandLine(Path folder, Path made, Path jar, VaultStandIn vault, PrivateCa authority)
            throws IOException {
        VaultAdmin admin = new VaultAdmin(vault.address(), vault.rootToken(), authority.clientContext());
        var unused = admin.write("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
        unused = admin.write("secret/data/ci/codex", Map.of("data", Map.of("access_token", "sk-" + "a1b2".repeat(12))));
        Path login = Files.createFile(
                folder.resolve("vault-token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(login, vault.rootToken());
        Path codex = FakeCodex.install(Files.createDirectory(folder.resolve("bin")), Behaviour.SUCCEEDS);
        List<String> line = new ArrayList<>(JarStart.javaWithoutArchive());
        line.addAll(List.of("-XX:ArchiveClassesAtExit=" + made, "-Xlog:disable", "-jar", jar.toString(), "exec"));
        line.addAll(List.of("--vault-addr", vault.address().toString(), "--vault-auth", "token"));
        line.addAll(List.of("--vault-token-file", login.toString(), "--vault-path", "secret/ci/codex#access_token"));
        String bundle = authority.writeBundle(folder.resolve("ca.pem")).toString();
        line.addAll(List.of("--vault-ca", bundle, "--ca-bundle", bundle, "--token-kind", "api-key"));
        line.addAll(List.of("--codex-path", codex.toString(), "--skip-git-repo-check", "--retries", "0"));
        Path work = Files.createDirectory(folder.resolve("work"));
        line.addAll(List.of(
                "--cd",
                work.toString(),
                "--report-dir",
                folder.resolve("report").toString(),
                "Do it."));
        return line;
    }
}
