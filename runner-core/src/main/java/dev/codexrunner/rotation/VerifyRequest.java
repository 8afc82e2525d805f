package dev.codexrunner.rotation;

/**
 * The candidate is to be proven.
 *
 * @param allowIdentityChange whether it may belong to another person, account or workspace than the live token
 */
public record VerifyRequest(boolean allowIdentityChange) {}
