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
    /** The request is carried out, but not before {@link VaultStandIn#release()}. */
    HELD,
    /** 200 to a login, with a demand for a second factor in place of a token. */
    MFA_DEMAND,
    /** 200 to a login, without a token. */
    NO_TOKEN
}
