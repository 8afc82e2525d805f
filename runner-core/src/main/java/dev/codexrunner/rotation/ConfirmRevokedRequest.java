package dev.codexrunner.rotation;

/**
 * The previous token is to be confirmed as revoked.
 *
 * @param unproven whether a person's word is enough ({@code --unproven}): for a token whose value is gone, so that nobody
 *     can be asked about it
 */
public record ConfirmRevokedRequest(boolean unproven) {}
