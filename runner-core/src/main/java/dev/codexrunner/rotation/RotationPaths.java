package dev.codexrunner.rotation;

import dev.codexrunner.config.VaultPath;
import java.util.stream.Stream;

/**
 * Where a rotation's secrets lie.
 *
 * @param live path of the live secret, mount included
 * @param field the field that holds the token, at the live path and the pending one
 */
public record RotationPaths(String live, String field) {

    private static final String PENDING = "/pending";
    private static final String JOURNAL = "/rotation";

    /** @throws dev.codexrunner.failure.FailureException ROTATION_PATH_RESERVED where another rotation keeps its own there */
    public static RotationPaths of(VaultPath path) {
        Stream.of(PENDING, JOURNAL).filter(path.path()::endsWith).findFirst().ifPresent(ending -> {
            throw RotationFailure.ROTATION_PATH_RESERVED
                    .with(path.path() + "#" + path.field(), ending)
                    .asException();
        });
        return new RotationPaths(path.path(), path.field());
    }

    /** Where the candidate waits; the runners' policy excludes it. */
    public String pending() {
        return live + PENDING;
    }

    /** Where the journal lies. */
    public String journal() {
        return live + JOURNAL;
    }

    /** As {@code --vault-path} takes it. */
    @Override
    public String toString() {
        return live + "#" + field;
    }
}
