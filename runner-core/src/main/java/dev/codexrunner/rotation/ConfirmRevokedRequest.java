package dev.codexrunner.rotation;

/**
 * The previous token is to be confirmed as revoked.
 *
 * @param unproven whether a person's word is enough ({@code --unproven}): where nothing shows that the token lives, and
 *     nothing that it is revoked
 */
public record ConfirmRevokedRequest(boolean unproven) {}
