package dev.codexrunner.rotation;

import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.identity.TokenIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a token at the live path, its value excepted.
 *
 * @param version the version of the live path that holds it
 * @param fingerprint HMAC of its value under the journal's key
 * @param kind what sort it is; empty for a value that is no token
 * @param owner who answers for it
 * @param tokenName what it is called where it was created
 * @param expiresAt when it ends; empty where nobody said
 * @param identity whose it is
 * @param verifiedAt when it was last proven
 */
public record TokenFacts(
        int version,
        String fingerprint,
        Optional<CredentialKind> kind,
        Optional<String> owner,
        Optional<String> tokenName,
        Optional<TokenExpiry> expiresAt,
        Optional<TokenIdentity> identity,
        Optional<Instant> verifiedAt) {

    TokenFacts atVersion(int other) {
        return new TokenFacts(other, fingerprint, kind, owner, tokenName, expiresAt, identity, verifiedAt);
    }

    TokenFacts verified(Instant at, TokenIdentity known) {
        return new TokenFacts(
                version, fingerprint, kind, owner, tokenName, expiresAt, Optional.of(known), Optional.of(at));
    }

    /** {@code "ci 2026-11" of platform@example.com}, as far as known. */
    String title() {
        return tokenName.map(name -> "\"" + name + "\"").orElse("a token without a name")
                + owner.map(person -> " of " + person).orElse("");
    }
}
