package dev.codexrunner.outcome;

import static dev.codexrunner.outcome.CauseRule.said;
import static dev.codexrunner.outcome.CauseRule.saidInAnyForm;
import static dev.codexrunner.outcome.CauseRule.status;

import java.util.List;

/**
 * What ends a turn, and what codex says when it can't connect. Read from the top: the first rule that matches wins, so
 * what explains more stands above what is more general.
 */
final class TurnRules {

    private static final String MARKUP = "(?:^|: )\\s*<(?:!doctype|html|head|body|title|\\?xml|!--)";
    private static final String PROXY_PRODUCT =
            "\\b(?:proxy|firewall|web ?gateway|web filter|squid|zscaler|netskope|forcepoint|fortinet|fortigate|fortiguard"
                    + "|blue ?coat|palo alto|(?:company|corporate) policy)\\b";

    static final List<CauseRule> ALL = List.of(
            status(ServiceFailure.PROXY_AUTHENTICATION, 407, 407),
            said(ServiceFailure.PROXY_AUTHENTICATION, "proxy auth(?:entication|orization) required"),
            said(ServiceFailure.WORKSPACE_REFUSED, "contact your (?:chatgpt |workspace )?administrator"),
            said(ServiceFailure.CODEX_PROXY_PAGE, MARKUP + "|blocked by cloudflare"),
            status(ServiceFailure.CODEX_PROXY_PAGE, 300, 399),
            status(ServiceFailure.CODEX_PROXY_PAGE, 511, 511),
            status(ServiceFailure.CODEX_PROXY_PAGE, 403, 403).and(said(ServiceFailure.CODEX_PROXY_PAGE, PROXY_PRODUCT)),
            status(ServiceFailure.TOKEN_REFUSED, 401, 401),
            said(
                    ServiceFailure.TOKEN_REFUSED,
                    "could not be refreshed|(?:log|sign) in again|(?:invalid|expired|revoked) (?:access )?token"
                            + "|token (?:is|was|has been|has) (?:invalid|expired|revoked)"),
            saidInAnyForm(
                    ServiceFailure.USAGE_LIMIT,
                    "(?:hit|reached) your usage limit|usage_limit_reached|usage limit reached"),
            said(ServiceFailure.USAGE_LIMIT, "out of credits|spend cap|workspace credit limit"),
            saidInAnyForm(
                    ServiceFailure.QUOTA_EXCEEDED,
                    "quota exceeded|insufficient_quota|exceeded your current quota|spend_limit_exceeded|usage_not_included"),
            said(ServiceFailure.QUOTA_EXCEEDED, "upgrade to plus|billing (?:hard )?limit"),
            status(ServiceFailure.QUOTA_EXCEEDED, 402, 402),
            said(ServiceFailure.MODEL_AT_CAPACITY, "at capacity|capacity is unavailable"),
            saidInAnyForm(ServiceFailure.MODEL_AT_CAPACITY, "server_is_overloaded|\"slow_down\"|currently overloaded"),
            saidInAnyForm(
                    ServiceFailure.CONTEXT_WINDOW,
                    "model's context window|context_length_exceeded|maximum context length|exceeds the context window"),
            saidInAnyForm(
                    ServiceFailure.CONTENT_REFUSED,
                    "flagged for possible|misalignment policy|content_filter|cyber_policy|for safety reasons"
                            + "|rejected by the content policy"),
            saidInAnyForm(ServiceFailure.RATE_LIMITED, "rate_limit_exceeded"),
            CauseRule.json(ServiceFailure.REQUEST_REFUSED),
            status(ServiceFailure.WORKSPACE_REFUSED, 403, 403),
            status(ServiceFailure.RATE_LIMITED, 429, 429),
            status(ServiceFailure.SERVICE_ERROR, 500, 599),
            status(ServiceFailure.STREAM_LOST, 408, 408),
            status(ServiceFailure.REQUEST_REFUSED, 400, 499),
            said(ServiceFailure.RATE_LIMITED, "rate limit|too many requests"),
            said(
                    ServiceFailure.SERVICE_ERROR,
                    "high demand|high load|internal server error|server had an error|error occurred while processing"),
            said(StartFailure.CODEX_CA_REFUSED, StartRules.CA_FILE),
            said(
                    ServiceFailure.CERTIFICATE_NOT_TRUSTED,
                    "certificate|unknownissuer|unknown ?ca\\b|tls handshake|handshake ?failure"),
            said(
                    ServiceFailure.CODEX_CONNECTION_FAILED,
                    "connection failed|connection refused|connection reset|error sending request|client error \\(connect\\)"
                            + "|tcp connect error|dns error|failed to lookup address|name or service not known"
                            + "|temporary failure in name resolution|tunnel|(?:network|host) is (?:un|not )reachable"
                            + "|no route to host|connection timed out|waiting for network"),
            said(
                    ServiceFailure.STREAM_LOST,
                    "stream disconnected|stream closed|websocket closed|idle timeout|request timed out"
                            + "|error while reading the server response|error decoding response body"),
            said(
                    StartFailure.SANDBOX_UNAVAILABLE,
                    "codex-linux-sandbox was required|landlock|seccomp (?:setup|backend)"),
            said(StartFailure.CODEX_CONFIG, "^missing environment variable"),
            said(
                    ServiceFailure.REQUEST_REFUSED,
                    "invalid_request_error|unsupported operation|image poisoning|invalid prompt"
                            + "|model .{1,100} (?:does not exist|is not supported|not found)"));

    private TurnRules() {}
}
