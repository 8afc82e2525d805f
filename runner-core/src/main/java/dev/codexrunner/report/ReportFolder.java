package dev.codexrunner.report;

import dev.codexrunner.file.RealPath;
import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a run's record goes: outside everything that the agent may write, so that it can't forge its own record. */
public final class ReportFolder {

    private ReportFolder() {}

    /**
     * Chooses the folder for one run and makes it, for its owner only where it is new.
     *
     * @param asked what the user asked for; else a folder of its own under the user's state directory
     * @param env the runner's environment
     * @param name of the folder under the state directory
     * @param writableRoots folders that codex may write
     * @return the folder without links, so that nobody can turn one of them elsewhere while the run lasts
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#REPORT_FOLDER_IN_REACH} or
     *     {@link ReportFailure#REPORT_FOLDER_UNUSABLE}
     */
    public static Path open(Optional<Path> asked, Map<String, String> env, String name, List<Path> writableRoots) {
        Path folder = choose(asked, env, name, writableRoots);
        create(folder);
        Path real = RealPath.of(folder);
        refuseWithin(real, writableRoots);
        return real;
    }

    /**
     * The folder for one run, not made.
     *
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#REPORT_FOLDER_IN_REACH}
     */
    public static Path choose(Optional<Path> asked, Map<String, String> env, String runId, List<Path> writableRoots) {
        Path folder = asked.orElseGet(() -> stateDirectory(env).resolve("runs").resolve(runId))
                .toAbsolutePath()
                .normalize();
        refuseWithin(folder, writableRoots);
        refuseWithin(RealPath.of(folder), writableRoots);
        return folder;
    }

    /** Its name counts as well as where its links lead: in reach of the agent, either could be changed. */
    private static void refuseWithin(Path folder, List<Path> writableRoots) {
        within(folder, writableRoots).ifPresent(root -> {
            throw ReportFailure.REPORT_FOLDER_IN_REACH.with(folder, root).asException();
        });
    }

    private static Optional<Path> within(Path path, List<Path> writableRoots) {
        return writableRoots.stream()
                .filter(root -> path.startsWith(root) || path.startsWith(RealPath.of(root)))
                .findFirst();
    }

    /** The writable folder that a path lies in, by its name or by where its links lead. */
    static Optional<Path> inReach(Path path, List<Path> writableRoots) {
        return within(path, writableRoots).or(() -> within(RealPath.of(path), writableRoots));
    }

    /**
     * Makes the folder, for its owner only where it is new.
     *
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#REPORT_FOLDER_UNUSABLE}
     */
    public static void create(Path folder) {
        try {
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (Files.isDirectory(folder)) {
                requireWritable(folder);
            } else if (posix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw ReportFailure.REPORT_FOLDER_UNUSABLE
                    .with(folder, "something that is no folder stands there already")
                    .asException();
        } catch (IOException e) {
            throw ReportFailure.REPORT_FOLDER_UNUSABLE
                    .with(folder, SystemReason.of(e))
                    .asException();
        }
    }

    /**
     * The folder was chosen {@linkplain #open without links}: one in its place was put there during the run, and leads to
     * where nobody wanted the report.
     *
     * @throws dev.codexrunner.failure.FailureException {@link ReportFailure#REPORT_FOLDER_REPLACED}
     */
    static void refuseLink(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            throw ReportFailure.REPORT_FOLDER_REPLACED.with(folder).asException();
        }
    }

    private static void requireWritable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw ReportFailure.REPORT_FOLDER_UNUSABLE
                    .with(folder, "permission denied")
                    .asException();
        }
    }

    /** The user's folder for what programs leave behind, after the XDG base directories. */
    private static Path stateDirectory(Map<String, String> env) {
        String xdg = env.getOrDefault("XDG_STATE_HOME", "");
        Path state =
                Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(env.getOrDefault("HOME", "."), ".local", "state");
        return state.resolve("codex-runner");
    }
}
