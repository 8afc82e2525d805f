package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.transport.AttemptResult;
import dev.codexrunner.transport.RetryReason;
import dev.codexrunner.transport.RetrySchedule;
import dev.codexrunner.transport.Retrying;
import dev.codexrunner.transport.TransportFailure;
import io.github.jopenlibs.vault.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks a server for its seal status, to learn what is the matter with it. Harmless: it needs no token, changes nothing,
 * and may be sent any number of times.
 */
record SealStatusQuestion(VaultServer server, VaultWire wire, Instant deadline) {

    /** What a better explanation may cost a run that has failed already. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int TRIES = 4;
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);

    /** A fresh server answers everything with 503, as a sealed one does; only its seal status tells them apart. */
    boolean saysUninitialised() {
        ObservingHttpClient observed = ask(deadline);
        if (observed.wasInterrupted()) { // the driver swallowed it
            Thread.currentThread().interrupt();
        }
        return observed.reply()
                .map(reply -> reply.json().path("initialized"))
                .filter(initialized -> initialized.isBoolean() && !initialized.booleanValue())
                .isPresent();
    }

    /**
     * The server's refusal of our client certificate, if that is why a connection was lost. In TLS 1.3 the server judges
     * it when for us the handshake is over: the request is on its way then, and whether we read the refusal or only
     * meet the closed connection is a race. Hence more than one try.
     */
    Optional<Failure> clientCertificateRefusal() throws InterruptedException {
        Instant latest = wire.clock().instant().plus(LONGEST);
        Instant until = latest.isBefore(deadline) ? latest : deadline;
        RetrySchedule schedule = new RetrySchedule(
                TRIES, FIRST_DELAY, LONGEST, Duration.between(wire.clock().instant(), until));
        try {
            return new Retrying(schedule, wire.clock(), wire.random(), wire.pause())
                    .call(server.address(), (number, left) -> refusal(ask(until)));
        } catch (FailureException unexplained) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return Optional.empty();
        }
    }

    private AttemptResult<Optional<Failure>> refusal(ObservingHttpClient observed) throws InterruptedException {
        if (observed.wasInterrupted()) {
            throw new InterruptedException();
        }
        if (observed.reply().isPresent() || observed.problem().isEmpty()) {
            return AttemptResult.done(Optional.empty());
        }
        Failure failure = new Loss(observed.problem().get(), observed.asked()).failure(server);
        return failure.code().equals(TransportFailure.TLS_CLIENT_CERTIFICATE_REFUSED.code())
                ? AttemptResult.done(Optional.of(failure))
                : AttemptResult.again(RetryReason.CONNECTION_LOST, Optional.empty(), failure);
    }

    private ObservingHttpClient ask(Instant until) {
        ResponseWait wait = new ResponseWait(wire.clock(), until, VaultOperation.READ.onInterrupt());
        ObservingHttpClient observed = new ObservingHttpClient(wire.http(), wait, wire.clock(), server.redirectHosts());
        try {
            DriverSettings.driver(observed, server, Optional.empty(), 1, 1)
                    .logical()
                    .read("sys/seal-status");
        } catch (VaultException e) {
            return observed; // It says the same, without a whole body.
        }
        return observed;
    }
}
