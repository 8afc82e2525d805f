package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.rotation.TokenExpiry;
import java.time.Instant;
import java.util.Optional;

/**
 * The live token as it was found.
 *
 * @param path as {@code --vault-path} takes it
 * @param version the secret's live version
 * @param createdTime when that was written
 * @param token its shape; empty where it has none that codex could use
 * @param recorded what is written down about it
 */
record LiveToken(
        String path, int version, Optional<Instant> createdTime, Optional<AccessToken> token, RecordedFacts recorded) {

    /** Its own word before anybody else's; what is recorded about another version does not count. */
    Optional<TokenExpiry> expiry() {
        Optional<TokenExpiry> own = token.flatMap(AccessToken::expiresAt).map(TokenExpiry::at);
        return own.or(() -> recorded.isAboutAnother(version) ? Optional.empty() : recorded.expiresAt());
    }

    /** What somebody wrote where its end should stand; empty where the token says its end itself. */
    Optional<String> misreadExpiry() {
        boolean saysItself = token.flatMap(AccessToken::expiresAt).isPresent();
        return saysItself || recorded.isAboutAnother(version) ? Optional.empty() : recorded.misreadExpiry();
    }

    /** When it was proven, says the record; what is recorded about another version does not count. */
    Optional<Instant> verifiedAt() {
        return recorded.isAboutAnother(version) ? Optional.empty() : recorded.verifiedAt();
    }

    /** The secret alone, for commands that take no field. */
    String secretPath() {
        int hash = path.lastIndexOf('#');
        return hash < 0 ? path : path.substring(0, hash);
    }
}
