package dev.codexrunner.credential;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Why a value is no credential for codex. Never shows any of it. */
public enum TokenFailure implements FailureText {
    TOKEN_EMPTY("The token is empty.", "Its source holds only blanks.", "Store the token again."),
    TOKEN_HAS_WHITESPACE(
            "The token has blanks or line breaks inside or before it.",
            "It was wrapped or pasted with something else; codex would send it and be refused.",
            "Store the token again as one line, for instance: vault kv put secret/ci/codex access_token=@token.txt"),
    TOKEN_HAS_CONTROL_CHARACTERS(
            "The token holds characters that no token has.",
            "Control or non-ASCII characters come from a wrong encoding or a binary file.",
            "Store the token again as plain text."),
    TOKEN_IS_QUOTED(
            "The token is in quotation marks.",
            "They were stored with it, and codex would send them.",
            "Store the token without the quotation marks."),
    TOKEN_IS_PLACEHOLDER(
            "The token is a placeholder, not a value.",
            "A variable was not expanded, an example not filled in, or a masked value copied from a log.",
            "Store the real token; check the quoting in the build where a variable should have been expanded."),
    TOKEN_IS_API_KEY(
            "The token is a Platform API key (sk-...), where an access token is expected.",
            "Runs with it are billed to the API account instead of the ChatGPT workspace, so it is never taken silently.",
            "Use an access token of the workspace. Only codex-runner exec takes an API key, with --token-kind api-key, where the"
                    + " API account is to pay."),
    TOKEN_IS_NOT_API_KEY(
            "The token is %1$s, where a Platform API key (sk-...) is expected.",
            "--token-kind api-key was asked for.", "Leave --token-kind out for an access token, or store the API key."),
    TOKEN_IS_BROWSER_SESSION(
            "The token is a ChatGPT browser session (an encrypted cookie).",
            "It belongs to a person's browser; codex can't use it, and whoever holds it is that person.",
            "Sign out of that session at once, then create an access token in the workspace's settings."),
    TOKEN_IS_CHATGPT_LOGIN(
            "The token is from a person's ChatGPT login (%1$s).",
            "It lives for a short time and belongs to an interactive login, not to a build.",
            "Sign out of that login, then create an access token in the workspace's settings."),
    TOKEN_IS_REFRESH_TOKEN(
            "The token is a refresh token (rt_...).",
            "It renews a person's login and is spent by its first use; codex takes none in this place.",
            "Sign out of that login, then create an access token in the workspace's settings."),
    TOKEN_IS_AUTH_JSON(
            "The token is a JSON document, such as the whole of codex's auth.json.",
            "codex takes a single token in this place.",
            "Store the access token alone; for a field of a JSON secret in Vault name it: --vault-path mount/path#field"),
    TOKEN_IS_VAULT_TOKEN(
            "The token is a Vault token.",
            "It opens Vault, not codex; the two were mixed up.",
            "Revoke it where it may have been seen, and store the codex access token instead."),
    TOKEN_IS_GITHUB_TOKEN(
            "The token is a GitHub token.",
            "It opens GitHub, not codex; the two were mixed up.",
            "Revoke it where it may have been seen, and store the codex access token instead."),
    TOKEN_IS_PRIVATE_KEY(
            "The token is a PEM block, such as a private key or a certificate.",
            "codex takes a token in this place; the two were mixed up.",
            "Store the codex access token instead."),
    TOKEN_HAS_SCHEME(
            "The token begins with \"Bearer\" or a variable's name.",
            "A header line or an assignment was stored whole.",
            "Store the token alone."),
    TOKEN_TOO_SHORT(
            "The token begins as %1$s does, but is too short to be one.",
            "It was cut off, or is an example.", "Store the whole token again."),
    TOKEN_UNKNOWN_SHAPE(
            "The token is of no known kind.",
            "An access token begins with at-, or is a JWT (three parts joined by dots).",
            "Create an access token in the workspace's settings and store it whole."),
    JWT_UNREADABLE(
            "The token looks like a JWT, but can't be read.",
            "%1$s",
            "Store the whole token again; it may have been cut off or altered."),
    JWT_WRONG_ALGORITHM(
            "The token is a JWT, but not signed as agent identities are.",
            "%1$s",
            "Create an access token in the workspace's settings and store it."),
    JWT_NOT_AGENT_IDENTITY(
            "The token is a JWT, but no agent identity.",
            "It lacks the claim %1$s.",
            "Create an access token in the workspace's settings and store it."),
    JWT_WRONG_ISSUER(
            "The token is an agent identity from an unexpected issuer.",
            "Its claim %1$s is not %2$s, so codex would refuse it.",
            "Create an access token in the workspace's settings and store it."),
    JWT_EXPIRED(
            "The token expired on %1$s.",
            "Codex would be refused, and say only \"401 Unauthorized\" after many tries.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and use it in place of this one."),
    JWT_NOT_YET_VALID(
            "The token is not valid before %1$s.",
            "It was issued for later, or this machine's clock is behind.",
            "Check this machine's clock, then the token.");

    private final FailureWords words;

    TokenFailure(String what, String why, String fix) {
        words = new FailureWords(FailureKind.CREDENTIAL, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
