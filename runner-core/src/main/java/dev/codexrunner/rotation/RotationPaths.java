package dev.codexrunner.rotation;

import dev.codexrunner.config.VaultPath;

/**
 * Where a rotation's secrets lie.
 *
 * @param live path of the live secret, mount included
 * @param field the field that holds the token, at the live path and the pending one
 */
public record RotationPaths(String live, String field) {

    public static RotationPaths of(VaultPath path) {
        return new RotationPaths(path.path(), path.field());
    }

    /** Where the candidate waits; the runners' policy excludes it. */
    public String pending() {
        return live + "/pending";
    }

    /** Where the journal lies. */
    public String journal() {
        return live + "/rotation";
    }

    /** As {@code --vault-path} takes it. */
    @Override
    public String toString() {
        return live + "#" + field;
    }
}
