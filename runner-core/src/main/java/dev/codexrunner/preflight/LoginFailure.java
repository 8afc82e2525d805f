package dev.codexrunner.preflight;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * What {@code codex login status} can say against a token. {@code codex exec} itself swallows all of it and ends, many
 * retries later, in a generic 401.
 */
public enum LoginFailure implements FailureText {
    LOGIN_TOKEN_EXPIRED(
            FailureKind.CREDENTIAL,
            "codex refuses the access token as expired.",
            "The agent identity's expiry has passed, by the clock of this machine.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and store it; check the machine's clock."),
    LOGIN_TOKEN_SIGNATURE(
            FailureKind.CREDENTIAL,
            "codex refuses the access token: its signature is wrong.",
            "The token was changed on its way, or cut, or is not one of OpenAI's.",
            "Store the token again exactly as the admin console showed it, or create a new one."),
    LOGIN_TOKEN_UNKNOWN_KEY(
            FailureKind.CREDENTIAL,
            "codex refuses the access token: it is signed by an unknown key (%1$s).",
            "The service does not publish that key: the token is from another environment, or its key was withdrawn.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and store it."),
    LOGIN_TOKEN_WRONG_CLAIMS(
            FailureKind.CREDENTIAL,
            "codex refuses the access token: its issuer or audience is not the one expected (%1$s).",
            "It is a token for something else than Codex.",
            "Store a Codex access token from https://chatgpt.com/admin/access-tokens, no session or API token."),
    LOGIN_TOKEN_MALFORMED(
            FailureKind.CREDENTIAL,
            "codex can't read the access token (%1$s).",
            "It is neither an agent identity nor a personal access token.",
            "Store the token again exactly as the admin console showed it."),
    LOGIN_TOKEN_REVOKED(
            FailureKind.CREDENTIAL,
            "The service refuses the access token (status %1$s): it was revoked, or its user has left the workspace.",
            "Its shape and expiry are right, so somebody or something withdrew it.",
            "Ask the token's owner, create a new one at https://chatgpt.com/admin/access-tokens and store it."),
    LOGIN_WORKSPACE_REFUSED(
            FailureKind.CREDENTIAL,
            "The workspace refuses the access token (status %1$s).",
            "The token's user may not use Codex or access tokens in this workspace, or an IP rule excludes this machine.",
            "Ask a workspace owner to allow Codex Local and access tokens for that user; check the IP allow-list."),
    LOGIN_NOT_USED(
            FailureKind.CREDENTIAL,
            "codex says that it is not logged in although it was given a token.",
            "This version of codex may not know CODEX_ACCESS_TOKEN.",
            "Update codex to a version listed under Compatibility in the README."),
    LOGIN_SERVICE_ERROR(
            FailureKind.TURN_FAILED,
            "The service that confirms access tokens answered with an error (%1$s).",
            "That is no word about the token itself.",
            "Try again later; see https://status.openai.com."),
    LOGIN_SERVICE_UNREACHABLE(
            FailureKind.CONNECTIVITY,
            "codex can't reach the service that confirms access tokens (%1$s).",
            "DNS, a proxy, a firewall, or a certificate authority that codex was not told of stands between them.",
            "Run codex-runner doctor on this machine; give the company's CA with --ca-bundle and the proxy with"
                    + " HTTPS_PROXY.");

    private final FailureWords words;

    LoginFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
