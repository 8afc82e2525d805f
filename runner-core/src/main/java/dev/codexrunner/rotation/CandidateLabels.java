package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person says of a candidate, checked. Pure. */
final class CandidateLabels {

    /** Vault takes values of up to 512 bytes in custom_metadata; a letter may take four. */
    private static final int LONGEST = 120;

    /** A person reads a date in one time zone, the token counts in another. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private CandidateLabels() {}

    /** @throws dev.codexrunner.failure.FailureException ROTATION_LABEL_INVALID */
    static void require(StageRequest request, RotationPaths paths) {
        require("--owner", request.owner(), paths);
        require("--token-name", request.tokenName(), paths);
    }

    private static void require(String option, String text, RotationPaths paths) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw RotationFailure.ROTATION_LABEL_INVALID
                    .with(paths, option, LONGEST)
                    .asException();
        }
    }

    /**
     * Labels are stored and shown in clear, so that no token may be in one.
     *
     * @param tokens that may have been pasted by mistake; whatever has a token's shape is refused besides
     * @throws dev.codexrunner.failure.FailureException ROTATION_LABEL_SECRET, which does not repeat the label
     */
    static void requireNoSecret(StageRequest request, Stream<Secret> tokens, RotationPaths paths) {
        Redactor redactor = new Redactor();
        tokens.forEach(redactor::learn);
        requireNoSecret("--owner", request.owner(), redactor, paths);
        requireNoSecret("--token-name", request.tokenName(), redactor, paths);
    }

    private static void requireNoSecret(String option, String text, Redactor redactor, RotationPaths paths) {
        if (!redactor.redact(text).equals(text)) {
            throw RotationFailure.ROTATION_LABEL_SECRET.with(paths, option).asException();
        }
    }

    /**
     * When it expires: as the token says itself, else as the person says.
     *
     * @throws dev.codexrunner.failure.FailureException ROTATION_EXPIRY_MISSING, ROTATION_EXPIRY_DISAGREES or
     *     ROTATION_CANDIDATE_EXPIRED
     */
    static TokenExpiry expiry(StageRequest request, AccessToken token, Instant now, RotationPaths paths) {
        Optional<TokenExpiry> said = request.expiresAt();
        if (token.expiresAt().isEmpty()) {
            TokenExpiry given = said.orElseThrow(
                    () -> RotationFailure.ROTATION_EXPIRY_MISSING.with(paths).asException());
            if (given.instant().filter(now::isAfter).isPresent()) {
                throw RotationFailure.ROTATION_CANDIDATE_EXPIRED
                        .with(paths, given)
                        .asException();
            }
            return given;
        }
        TokenExpiry own = TokenExpiry.at(token.expiresAt().get());
        if (said.isPresent() && !agree(said.get(), token.expiresAt().get())) {
            throw RotationFailure.ROTATION_EXPIRY_DISAGREES
                    .with(paths, said.get(), own)
                    .asException();
        }
        return own;
    }

    private static boolean agree(TokenExpiry said, Instant own) {
        return said.instant()
                .filter(at -> Duration.between(at, own).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }
}
