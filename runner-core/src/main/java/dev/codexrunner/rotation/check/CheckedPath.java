package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import java.util.function.Supplier;

/**
 * One path to be looked at.
 *
 * @param paths where its secrets lie
 * @param secrets the engine that they lie in
 * @param status where its rotation stands
 */
public record CheckedPath(RotationPaths paths, VersionedSecrets secrets, Supplier<RotationStatus> status) {}
