package dev.codexrunner.transport;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that is worth another try, each with the reason why. What is not named here is final. */
public enum RetryReason {
    REQUEST_TIMEOUT(408, "the server gave up waiting for the request; nothing was done with it"),
    STALE_REPLICA(412, "a Vault replica has not caught up with the write that our token came from"),
    TOO_MANY_REQUESTS(429, "the server limits the rate and says when to come back"),
    SERVER_ERROR(500, "the server failed; the requests that we repeat are safe to repeat"),
    BAD_GATEWAY(502, "a load balancer lost its backend, often for the seconds of a restart"),
    UNAVAILABLE(503, "the server or its leader is being replaced"),
    GATEWAY_TIMEOUT(504, "a load balancer gave up waiting for its backend"),
    NAME_NOT_RESOLVED("name servers in clusters drop a query now and then"),
    CONNECTION_REFUSED("the server may be between stopping and starting"),
    CONNECT_TIMEOUT("the first packets may have been lost"),
    CONNECTION_LOST("the connection broke before the answer; load balancers close idle ones");

    private final OptionalInt status;
    private final String why;

    RetryReason(String why) {
        this.status = OptionalInt.empty();
        this.why = why;
    }

    RetryReason(int status, String why) {
        this.status = OptionalInt.of(status);
        this.why = why;
    }

    /** Why another try may go better. */
    public String why() {
        return why;
    }

    /** The HTTP status that this reason stands for; empty for a failure to connect. */
    public OptionalInt status() {
        return status;
    }

    /** The reason to repeat a request that was answered with this status; empty: the answer is final. */
    public static Optional<RetryReason> ofStatus(int status) {
        return Arrays.stream(values())
                .filter(reason -> reason.status.isPresent() && reason.status.getAsInt() == status)
                .findFirst();
    }

    /** The reason to repeat a request that failed this way; empty: it would only fail again. */
    public static Optional<RetryReason> ofFailure(TransportFailure failure) {
        return switch (failure) {
            case UNKNOWN_HOST, PROXY_UNKNOWN_HOST -> Optional.of(NAME_NOT_RESOLVED);
            case CONNECTION_REFUSED, PROXY_UNREACHABLE -> Optional.of(CONNECTION_REFUSED);
            case CONNECT_TIMEOUT -> Optional.of(CONNECT_TIMEOUT);
            case CONNECTION_LOST, RESPONSE_TIMEOUT -> Optional.of(CONNECTION_LOST);
            default -> Optional.empty();
        };
    }
}
