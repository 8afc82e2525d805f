package dev.codexrunner.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The empty folders that codex's sandbox makes in writable folders, to mount something read-only on them. codex removes
 * them after each command, but not where it is ended during one.
 *
 * <p>The register that its sandbox keeps in TMPDIR has one folder for each target, named by a hash of the target's path,
 * with a file for each process that says {@code synthetic} or {@code existing}. It forgets: where the sandbox of one command
 * is killed, that of the next finds the targets, takes them for the user's, and strikes out both entries (measured with
 * codex 0.169.0).
 *
 * <p>So in the folders of the work, where the sandbox lets no command make these names, an empty folder that was not there
 * before a run in which codex kept such a register is its own. In a temporary folder, which others use too, it must stand
 * in the register as made by codex.
 */
final class SandboxTargets {

    static final String REGISTER = "codex-bwrap-synthetic-mount-targets-";
    static final String MADE_BY_CODEX = "synthetic";

    /** For {@code reaper.sh}: the register itself is enough. */
    static final String ANY_ENTRY = "any";

    private static final List<String> NAMES = List.of(".git", ".codex", ".agents", ".aws");
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<Target> missing;

    private SandboxTargets(List<Target> missing) {
        this.missing = missing;
    }

    /** Where nothing was before the run. */
    private record Target(Path path, boolean shared) {}

    /**
     * To be called before codex starts.
     *
     * @param roots the folders that the sandbox may let the agent write
     * @param shared those of them that others than this run write too
     */
    static SandboxTargets missingIn(List<Path> roots, List<Path> shared) {
        return new SandboxTargets(roots.stream()
                .flatMap(root -> NAMES.stream().map(name -> new Target(root.resolve(name), shared.contains(root))))
                .filter(target -> !Files.exists(target.path(), LinkOption.NOFOLLOW_LINKS))
                .toList());
    }

    /** For {@code reaper.sh}: what must stand in the register, and the path, of each in turn. */
    List<String> asArguments() {
        return missing.stream()
                .flatMap(target -> Stream.of(
                        target.shared() ? hash(target.path()) : ANY_ENTRY,
                        target.path().toString()))
                .toList();
    }

    /** Removes what codex left; to be called when nothing of the run is alive. */
    void remove(Path temporaryFolder) {
        missing.stream()
                .filter(target -> isMadeByCodex(target, temporaryFolder))
                .map(Target::path)
                .forEach(SandboxTargets::removeIfEmpty);
    }

    private static void removeIfEmpty(Path target) {
        try {
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(target);
            }
        } catch (IOException e) {
            // The agent, or the user, put something into it: it is theirs now.
        }
    }

    private static boolean isMadeByCodex(Target target, Path temporaryFolder) {
        try (DirectoryStream<Path> registers = Files.newDirectoryStream(temporaryFolder, REGISTER + "*")) {
            for (Path register : registers) {
                if (!target.shared() || saysMade(register.resolve(hash(target.path())))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysMade(Path entry) throws IOException {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(entry)) {
            for (Path process : processes) {
                // The agent can write here: no pipe that never ends, no endless file.
                if (Files.isRegularFile(process, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(process) < 100
                        && Files.readString(process).strip().equals(MADE_BY_CODEX)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** FNV-1a, 64 bits. */
    static String hash(Path target) {
        long hash = FNV_OFFSET;
        for (byte next : target.toString().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        return String.format("%016x", hash);
    }
}
