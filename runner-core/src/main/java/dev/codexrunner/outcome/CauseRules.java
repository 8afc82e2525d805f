package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which failure a message of codex stands for. Tables, read from the top: the first rule that matches wins, so what
 * explains more stands above what is more general. A new message is a new line here and a line in the test's table.
 */
final class CauseRules {

    private static final int MAX_CHARS = 4_096;
    private static final int SHOWN_CHARS = 600;
    private static final Pattern RETRY_AT = Pattern.compile("try again (at|in) ([^\\r\\n]{1,80}?)\\.?(?:\\s|$)*$");
    private static final Pattern RECONNECTING =
            Pattern.compile("^Reconnecting\\.\\.\\. \\d+/\\d+ \\((.*)\\)$", Pattern.DOTALL);

    /** What ends a turn, and what codex says when it can't connect. */
    private static final List<Rule> TURN = List.of(
            rule(OutcomeFailure.WORKSPACE_REFUSED, "contact your chatgpt administrator"),
            rule(OutcomeFailure.PROXY_AUTHENTICATION, "status:? 407\\b|proxy authentication required"),
            rule(OutcomeFailure.CODEX_PROXY_PAGE, "<!doctype html|<html|cloudflare"),
            rule(OutcomeFailure.TOKEN_REFUSED, "status:? 401\\b"),
            rule(OutcomeFailure.WORKSPACE_REFUSED, "status:? 403\\b"),
            rule(OutcomeFailure.USAGE_LIMIT, "hit your usage limit|usage_limit_reached"),
            rule(OutcomeFailure.QUOTA_EXCEEDED, "quota exceeded|insufficient_quota|exceeded your current quota"),
            rule(OutcomeFailure.MODEL_AT_CAPACITY, "at capacity"),
            rule(OutcomeFailure.RATE_LIMITED, "status:? 429\\b|rate limit|too many requests"),
            rule(OutcomeFailure.CONTEXT_WINDOW, "context window|context_length_exceeded"),
            rule(OutcomeFailure.SERVICE_ERROR, "status:? 5\\d\\d\\b|high demand|internal server error"),
            rule(OutcomeFailure.CERTIFICATE_NOT_TRUSTED, "certificate|unknownissuer|tls handshake"),
            rule(
                    OutcomeFailure.CODEX_CONNECTION_FAILED,
                    "connection failed|connection refused|error sending request|dns error|failed to lookup address"
                            + "|tunnel|network is unreachable"),
            rule(OutcomeFailure.STREAM_LOST, "stream disconnected|stream closed|idle timeout waiting for"),
            rule(OutcomeFailure.REQUEST_REFUSED, "status:? 4\\d\\d\\b|invalid_request_error|^\\s*\\{"));

    /** What codex prints on stderr when it doesn't even begin. */
    private static final List<Rule> START = List.of(
            rule(
                    OutcomeFailure.MANAGED_POLICY,
                    "is not in the allowed set|requirements\\.toml|disallowed by requirements"),
            rule(OutcomeFailure.CLOUD_CONFIG, "cloud config bundle"),
            rule(OutcomeFailure.NOT_A_TRUSTED_DIRECTORY, "not inside a trusted directory"),
            rule(OutcomeFailure.NO_PROMPT, "no prompt provided"),
            rule(OutcomeFailure.SCHEMA_FILE_REFUSED, "output schema file"),
            rule(OutcomeFailure.LAST_MESSAGE_FILE, "last message file"),
            rule(OutcomeFailure.UNKNOWN_THREAD, "no rollout found for thread id|thread/resume:"),
            rule(OutcomeFailure.REQUIRED_MCP_SERVER, "required mcp server"),
            rule(OutcomeFailure.CODEX_CONFIG, "error loading config\\.toml|error parsing -c overrides|config profile"),
            rule(OutcomeFailure.CODEX_HOME_REFUSED, "codex_home points to|failed to (?:read|resolve|find) codex_home"),
            rule(
                    OutcomeFailure.SANDBOX_UNAVAILABLE,
                    "bwrap:|bubblewrap|landlock|sandbox is not (?:available|supported)"),
            rule(
                    OutcomeFailure.CODEX_CONNECTION_FAILED,
                    "failed to request agent identity jwks|jwks endpoint returned an error"),
            rule(
                    OutcomeFailure.LOGIN_REFUSED,
                    "agent identity jwt|is not trusted|agent task registration failed"
                            + "|personal access token metadata request failed"));

    private CauseRules() {}

    /** A message of {@code turn.failed} or {@code error}. Empty where no rule knows it. */
    static Optional<Failure> ofMessage(String message) {
        return first(TURN, unwrapped(message));
    }

    /** Lines of stderr of a codex that did not begin. */
    static Optional<Failure> ofStart(StderrSummary stderr) {
        return stderr.excerpt()
                .lines()
                .flatMap(line -> first(START, line).stream())
                .findFirst();
    }

    /** The failure, told in codex's own words. */
    static Failure explain(OutcomeFailure failure, String message) {
        String shown = message.isBlank() ? "nothing." : Excerpt.head(oneLine(message), SHOWN_CHARS);
        return failure.with(shown, retryAt(message));
    }

    private static Optional<Failure> first(List<Rule> rules, String message) {
        String text = normal(message);
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(text).find())
                .findFirst()
                .map(rule -> explain(rule.failure(), message));
    }

    private static String unwrapped(String message) {
        Matcher reconnecting = RECONNECTING.matcher(Excerpt.head(message, MAX_CHARS));
        return reconnecting.matches() ? reconnecting.group(1) : message;
    }

    private static String retryAt(String message) {
        Matcher at = RETRY_AT.matcher(oneLine(Excerpt.head(message, MAX_CHARS)));
        return at.find() ? " (" + at.group(1) + " " + at.group(2).strip() + ")" : "";
    }

    /** codex writes typographic apostrophes in some messages and plain ones in others. */
    private static String normal(String message) {
        return Excerpt.head(message, MAX_CHARS).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Rule rule(OutcomeFailure failure, String regex) {
        return new Rule(Pattern.compile(regex), failure);
    }

    private record Rule(Pattern pattern, OutcomeFailure failure) {}
}
