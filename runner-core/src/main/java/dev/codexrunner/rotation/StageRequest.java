package dev.codexrunner.rotation;

import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A candidate to be staged.
 *
 * @param token as it was read; a line break at its end is dropped
 * @param owner who answers for it
 * @param tokenName what it is called on the page where it was created
 * @param expiresAt when it ends; may be left out for a token that says so itself
 * @param replace whether it takes the place of another candidate
 * @param expectLiveVersion the version that the live path must have
 * @param metadata where owner, name and expiry are to be kept; empty: in {@code custom_metadata} where the server keeps it
 */
public record StageRequest(
        Secret token,
        String owner,
        String tokenName,
        Optional<TokenExpiry> expiresAt,
        boolean replace,
        OptionalInt expectLiveVersion,
        Optional<MetadataMode> metadata) {}
