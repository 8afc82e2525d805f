package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what Vault says against a JWT: the role, the claims, or the token itself. Pure. */
final class JwtRefusals {

    private static final Pattern UNKNOWN_ROLE = Pattern.compile(
            "role \".*\" (could not be found|not found)|role .* does not exist|invalid role name|missing role");
    private static final Pattern CLAIMS = Pattern.compile("claim|audience|\\baud\\b|subject|namespace not authorized"
            + "|service account name not authorized|not authorized");

    private static final Pattern TIME =
            Pattern.compile("\\((?:exp|nbf|iat)\\)|not yet valid|is expired|has expired|issued in the future");

    private JwtRefusals() {}

    static Failure of(LoginAnswer answer, Optional<String> role) {
        String words = answer.reply().words().toLowerCase(Locale.ROOT);
        String named = VaultText.clean(role.orElse("(the mount's default)"));
        if (UNKNOWN_ROLE.matcher(words).find()) {
            return VaultLoginFailure.VAULT_ROLE_UNKNOWN.with(answer.login(), named, answer.words());
        }
        if (TIME.matcher(words).find()) {
            return VaultLoginFailure.VAULT_JWT_NOT_VALID_NOW.with(answer.login(), answer.words());
        }
        if (CLAIMS.matcher(words).find()) {
            return VaultLoginFailure.VAULT_JWT_CLAIMS_MISMATCH.with(answer.login(), named, answer.words());
        }
        return answer.reply().status() == 403 && words.equals("permission denied")
                ? VaultLoginFailure.VAULT_LOGIN_DENIED.with(answer.login(), answer.words())
                : VaultLoginFailure.VAULT_JWT_REFUSED.with(answer.login(), answer.words());
    }
}
