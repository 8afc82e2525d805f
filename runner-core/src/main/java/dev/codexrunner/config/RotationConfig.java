package dev.codexrunner.config;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One step of a rotation.
 *
 * @param owner who answers for the new token
 * @param tokenName the name under which it was created
 * @param expiresAt when it ends, as its creator says; a JWT says it itself
 * @param replace whether another candidate that waits may be replaced
 * @param expectLiveVersion the live path's version that the step is meant for
 * @param allowIdentityChange whether the new token may be another person's, account's or workspace's
 * @param unproven whether a person's word is enough that the old token is revoked
 * @param minValidity how long the new token must still be valid
 * @param verificationMaxAge how old the verification of what is promoted may be
 * @param rotationMetadata where owner, name and expiry are kept
 */
public record RotationConfig(
        Optional<String> owner,
        Optional<String> tokenName,
        Optional<StatedExpiry> expiresAt,
        boolean replace,
        OptionalInt expectLiveVersion,
        boolean allowIdentityChange,
        boolean unproven,
        Duration minValidity,
        Duration verificationMaxAge,
        RotationMetadata rotationMetadata) {}
