package dev.codexrunner.rotation;

import java.time.Duration;

/**
 * Bounds of a rotation.
 *
 * @param minValidity how long a candidate must still be valid
 * @param verificationMaxAge how old a verification may be when its token goes live
 */
public record RotationLimits(Duration minValidity, Duration verificationMaxAge) {

    public static final RotationLimits DEFAULT = new RotationLimits(Duration.ofDays(1), Duration.ofHours(1));
}
