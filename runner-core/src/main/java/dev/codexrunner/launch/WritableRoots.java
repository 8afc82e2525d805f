package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.failure.FailureException;
import java.util.List;
import java.util.stream.Stream;

/** Further folders that codex's own settings let the agent write in workspace-write. */
public final class WritableRoots {

    private static final String TABLE = "sandbox_workspace_write";
    private static final String KEY = "writable_roots";

    private WritableRoots() {}

    /**
     * As they are written, of every {@code -c} and of a given CODEX_HOME's files: one that a later setting takes away
     * again counts too. What can't be read counts as none here; {@link LaunchPolicy} and codex refuse it.
     */
    public static List<String> of(CodexConfig codex) {
        Stream<String> given = codex.config().stream()
                .flatMap(line -> CodexHomeSettings.ofLine(line).stream())
                .flatMap(settings -> settings.textsAt(TABLE, KEY).stream());
        return Stream.concat(given, ofHome(codex).stream()).distinct().toList();
    }

    private static List<String> ofHome(CodexConfig codex) {
        try {
            return CodexHomeSettings.read(codex.codexHome(), codex.profile()).files().values().stream()
                    .flatMap(settings -> settings.textsAt(TABLE, KEY).stream())
                    .toList();
        } catch (FailureException unreadable) {
            return List.of();
        }
    }
}
