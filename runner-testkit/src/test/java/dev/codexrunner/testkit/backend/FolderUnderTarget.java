package dev.codexrunner.testkit.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Temporary folders in the module's target folder. */
public final class FolderUnderTarget implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "codex-tests").toAbsolutePath());
        return Files.createTempDirectory(target, "run");
    }
}
