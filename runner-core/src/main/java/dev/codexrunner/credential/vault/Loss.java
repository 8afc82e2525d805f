package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.transport.BoundedBody;
import dev.codexrunner.transport.ConnectionDiagnosis;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * A request without an answer. Pure.
 *
 * @param problem what the client said
 * @param asked the address that was asked last; empty where it is the server's own
 */
record Loss(IOException problem, Optional<URI> asked) {

    private static final int MAX_CAUSES = 20;

    /** Whether the server may have seen the request; an error before the connection stood is the only certain no. */
    boolean mayHaveBeenSent() {
        return !has(ConnectException.class)
                && !has(HttpConnectTimeoutException.class)
                && !has(UnknownHostException.class)
                && !has(UnresolvedAddressException.class)
                && !has(SSLHandshakeException.class);
    }

    Failure failure(VaultServer server) {
        if (has(BoundedBody.TooLarge.class)) {
            return VaultFailure.VAULT_ANSWER_TOO_LARGE.with(server.address(), ObservingHttpClient.LARGEST_BODY);
        }
        if (has(HttpTimeoutException.class) && !has(HttpConnectTimeoutException.class)) {
            return VaultFailure.VAULT_TIMEOUT.with(
                    server.reached(), server.timeout().toSeconds() + "s");
        }
        return ConnectionDiagnosis.of(problem, asked.orElse(server.uri()), server.proxies());
    }

    private boolean has(Class<? extends Throwable> type) {
        @Nullable Throwable cause = problem;
        // Bounded, since a cause may lead back to where it came from.
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
