package dev.codexrunner.rotation;

import java.util.OptionalInt;

/**
 * The candidate is to go live.
 *
 * @param expectLiveVersion the version that the live path must have. With it only the rotator that promoted ends with 0;
 *     without it a repetition does as well
 */
public record PromoteRequest(OptionalInt expectLiveVersion) {}
