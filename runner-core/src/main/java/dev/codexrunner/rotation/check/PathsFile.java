package dev.codexrunner.rotation.check;

import dev.codexrunner.config.Quoted;
import dev.codexrunner.config.VaultPath;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.file.RegularFile;
import dev.codexrunner.file.SystemReason;
import dev.codexrunner.rotation.RotationPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Several paths, one on a line. Blank lines, and what follows {@code #} at the start of a line, don't count. */
public final class PathsFile {

    private static final int MAX_BYTES = 1 << 20;

    private PathsFile() {}

    /** @throws dev.codexrunner.failure.FailureException naming every line that is wrong */
    public static List<RotationPaths> read(Path file) {
        Set<RotationPaths> paths = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String place = "Line " + number;
            try {
                VaultPath.parse(text)
                        .map(RotationPaths::of)
                        .ifPresentOrElse(
                                path -> {
                                    if (!paths.add(path)) {
                                        problems.add(place + " names " + path + " again.");
                                    }
                                },
                                () -> problems.add(
                                        place + " is " + Quoted.value(text) + ", which is no path of a secret."));
            } catch (FailureException reserved) {
                problems.add(place + ": " + reserved.failure().what());
            }
        }
        if (paths.isEmpty() && problems.isEmpty()) {
            problems.add("It names no path.");
        }
        if (!problems.isEmpty()) {
            throw CheckFailure.ROTATION_PATHS_FILE_WRONG
                    .with(file, String.join(" ", problems))
                    .asException();
        }
        return List.copyOf(paths);
    }

    private static String text(Path file) {
        try {
            return RegularFile.text(file, MAX_BYTES);
        } catch (IOException unreadable) {
            throw CheckFailure.ROTATION_PATHS_FILE_UNREADABLE
                    .with(file, SystemReason.of(unreadable))
                    .asException();
        }
    }
}
