package dev.codexrunner.outcome;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks for what {@code --require} asks for, after codex has ended. */
public final class RequiredOutputs {

    private RequiredOutputs() {}

    /**
     * @param required paths, relative ones under the working folder
     * @return one sentence for each that is missing or empty; none where all is there
     */
    public static List<String> missing(Path workingFolder, List<Path> required) {
        return required.stream()
                .flatMap(path -> problem(workingFolder.resolve(path)).map(what -> path + " " + what).stream())
                .toList();
    }

    private static Optional<String> problem(Path path) {
        try {
            if (!Files.exists(path)) {
                boolean dangling = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
                return Optional.of(dangling ? "is a link to nothing." : "does not exist.");
            }
            return isEmpty(path) ? Optional.of("is empty.") : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of("can't be read (" + SystemReason.of(unreadable) + ").");
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return Files.size(path) == 0;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }
}
