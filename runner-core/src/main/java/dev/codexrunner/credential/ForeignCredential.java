package dev.codexrunner.credential;

import dev.codexrunner.failure.Failure;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Credentials of other doors, known by their shape. */
enum ForeignCredential {
    VAULT_TOKEN("(hv[sbr]|[sbr])\\.[A-Za-z0-9_.-]{20,}", TokenFailure.TOKEN_IS_VAULT_TOKEN),
    GITHUB_TOKEN("(gh[pousr]_|github_pat_)[A-Za-z0-9_]+", TokenFailure.TOKEN_IS_GITHUB_TOKEN),
    REFRESH_TOKEN("rt[_.][A-Za-z0-9._-]+", TokenFailure.TOKEN_IS_REFRESH_TOKEN),
    /** A JWE in compact form: five parts, the second empty where the key is agreed directly. */
    BROWSER_SESSION("eyJ[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*){4}", TokenFailure.TOKEN_IS_BROWSER_SESSION),
    BROWSER_COOKIE("(__Secure-|__Host-)?next-auth\\.session-token.*", TokenFailure.TOKEN_IS_BROWSER_SESSION),
    BROWSER_SESSION_OBJECT("sess-[A-Za-z0-9]+", TokenFailure.TOKEN_IS_BROWSER_SESSION);

    private final Pattern shape;
    private final TokenFailure failure;

    ForeignCredential(String shape, TokenFailure failure) {
        this.shape = Pattern.compile(shape);
        this.failure = failure;
    }

    static Optional<Failure> find(String value) {
        return Arrays.stream(values())
                .filter(credential -> credential.shape.matcher(value).matches())
                .map(credential -> credential.failure.with())
                .findFirst();
    }
}
