package dev.codexrunner.testkit.vault;

/** What the stand-in can do wrong on demand. */
public enum VaultFault {
    /** 503, sealed. */
    SEALED,
    /** 307 to another node. */
    STANDBY_REDIRECT,
    /** 473, a performance standby. */
    PERFORMANCE_STANDBY,
    /** 412, a replica that lags. */
    REPLICA_LAG,
    /** 429 with {@code Retry-After: 1}. */
    RATE_LIMITED,
    /** 429 with a {@code Retry-After} of one second from now, as an HTTP date. */
    RATE_LIMITED_UNTIL,
    /** 429 with a {@code Retry-After} of a day. */
    RATE_LIMITED_FOR_A_DAY,
    /** 403, permission denied. */
    DENIED,
    /** 502 without a page, as a load balancer answers that lost its backend. */
    BAD_GATEWAY,
    /** 503 without a page, as a load balancer answers that has no backend. */
    UNAVAILABLE,
    /** 200 without a body. */
    EMPTY,
    /** 200 with JSON of another shape. */
    OTHER_JSON,
    /** 200 to a login with a token that has a line break in it. */
    BROKEN_TOKEN,
    /** 200 with a body that is shorter than its {@code Content-Length}. */
    CUT_SHORT,
    /** 200 with one byte a second. */
    DRIPPING,
    /** Somebody else's request of the same kind is carried out first. */
    OVERTAKEN,
    /** 500. */
    SERVER_ERROR,
    /** 200 with a web page. */
    HTML_200,
    /** 403 with a web page. */
    HTML_403,
    /** 200 with half of a JSON document. */
    TRUNCATED,
    /** 200 with more than anyone should read. */
    ENDLESS,
    /** No answer until the stand-in closes. */
    SILENT,
    /** The connection is closed without an answer, and nothing is done. */
    RESET,
    /** The request is carried out, then the connection is closed without an answer. */
    ANSWER_LOST,
    /** The request is carried out, and never answered. */
    TAKEN_IN_SILENCE,
    /** The request is carried out, but a proxy in between gave up: 504 with its web page. */
    TAKEN_BEHIND_A_PROXY,
    /** The request is carried out, but not before {@link VaultStandIn#release()}. */
    HELD,
    /** 200 to a login, with a demand for a second factor in place of a token. */
    MFA_DEMAND,
    /** 200 to a login, without a token. */
    NO_TOKEN
}
