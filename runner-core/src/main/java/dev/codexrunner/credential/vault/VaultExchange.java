package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.transport.AttemptResult;
import dev.codexrunner.transport.RetryReason;
import dev.codexrunner.transport.RetrySchedule;
import dev.codexrunner.transport.Retrying;
import dev.codexrunner.transport.TransportFailure;
import io.github.jopenlibs.vault.VaultException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, with whatever tries it takes. What concerns the request (200, 204, 400, 403, 404, 405 in
 * JSON) is an answer; what concerns the server or the way to it is a {@link FailureException}.
 *
 * @param server to ask
 * @param wire to ask through
 * @param deadline bounds all tries together
 */
record VaultExchange(VaultServer server, VaultWire wire, Instant deadline) {

    /** Sends one request through a client that keeps what came back. */
    interface Sending {
        void through(ObservingHttpClient client) throws VaultException, IOException, InterruptedException;
    }

    /** What a request came to. */
    sealed interface Outcome {

        /** The server answered. */
        record Answered(VaultReply reply) implements Outcome {}

        /** The server may have carried it out; only for {@link VaultOperation#WRITE}. */
        record Open(Failure failure) implements Outcome {}
    }

    VaultReply reply(VaultOperation operation, Sending sending) {
        Outcome outcome = outcome(operation, sending);
        if (outcome instanceof Outcome.Answered answered) {
            return answered.reply();
        }
        throw ((Outcome.Open) outcome).failure().asException();
    }

    Outcome outcome(VaultOperation operation, Sending sending) {
        Duration left = Duration.between(wire.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw timedOut();
        }
        AtomicReference<@Nullable Failure> earlier = new AtomicReference<>();
        return new Retrying(RetrySchedule.within(left), wire.clock(), wire.random(), wire.pause())
                .call(server.address(), (number, remaining) -> {
                    ObservingHttpClient observed = observed(operation);
                    try {
                        sending.through(observed);
                    } catch (VaultException | IOException | InterruptedException e) {
                        // The driver's message may hold a token or a whole body, and it swallows the interrupt; the
                        // observed answer says the same without.
                    }
                    AttemptResult<Outcome> result = judged(operation, observed, Optional.ofNullable(earlier.get()));
                    if (result instanceof AttemptResult.Again<Outcome> again) {
                        earlier.set(again.failure());
                    }
                    return result;
                });
    }

    private AttemptResult<Outcome> judged(
            VaultOperation operation, ObservingHttpClient observed, Optional<Failure> earlier)
            throws InterruptedException {
        return observed.reply().isPresent()
                ? judgedReply(operation, observed.reply().get())
                : judgedLoss(operation, observed, earlier);
    }

    private AttemptResult<Outcome> judgedReply(VaultOperation operation, VaultReply reply) {
        Optional<Failure> failure = ServerAnswers.failureIn(reply, server);
        if (failure.isEmpty()) {
            return AttemptResult.done(new Outcome.Answered(reply));
        }
        Optional<RetryReason> reason = RetryReason.ofStatus(reply.status());
        if (reason.isPresent() && operation.repeatsAfter(reply)) {
            return AttemptResult.again(reason.get(), reply.retryAfter(), failure.get());
        }
        if (operation.isOpenAfter(reply)) {
            return AttemptResult.done(new Outcome.Open(failure.get()));
        }
        throw (reply.status() == 503 && question().saysUninitialised()
                        ? VaultFailure.VAULT_NOT_INITIALISED.with(server.address())
                        : failure.get())
                .asException();
    }

    private AttemptResult<Outcome> judgedLoss(
            VaultOperation operation, ObservingHttpClient observed, Optional<Failure> earlier)
            throws InterruptedException {
        if (observed.wasInterrupted()) {
            throw cutOff(operation); // the interrupt flag is set again already
        }
        Loss loss = new Loss(
                observed.problem()
                        .orElseThrow(() -> VaultFailure.VAULT_ADDRESS_INVALID
                                .with(server.address())
                                .asException()),
                observed.asked());
        Failure failure = loss.failure(server);
        if (failure.retryable() && operation.repeatsAfterLoss(loss.mayHaveBeenSent())) {
            // Our own bound may cut the last try off; what the server said to those before it tells more.
            boolean cutOff = failure.code().equals(VaultFailure.VAULT_TIMEOUT.code());
            Failure told = cutOff ? earlier.orElse(failure) : failure;
            return AttemptResult.again(RetryReason.CONNECTION_LOST, Optional.empty(), told);
        }
        // Neither is asked why: requests before it went through the same TLS, and this word must not be lost.
        if (loss.mayHaveBeenSent() && operation == VaultOperation.WRITE) {
            return AttemptResult.done(new Outcome.Open(failure));
        }
        if (loss.mayHaveBeenSent() && operation == VaultOperation.UNWRAP) {
            throw VaultLoginFailure.VAULT_UNWRAP_ANSWER_LOST
                    .with("approle", failure.what())
                    .asException();
        }
        throw (failure.code().equals(TransportFailure.CONNECTION_LOST.code())
                        ? question().clientCertificateRefusal().orElse(failure)
                        : failure)
                .asException();
    }

    private static FailureException cutOff(VaultOperation operation) throws InterruptedException {
        return switch (operation) {
            case UNWRAP ->
                VaultLoginFailure.VAULT_UNWRAP_INTERRUPTED.with("approle").asException();
            case WRITE, CHANGE -> VaultFailure.VAULT_WRITE_CUT_OFF.with().asException();
            case READ, LOGIN, REVOKE -> throw new InterruptedException(); // the driver swallowed it
        };
    }

    private SealStatusQuestion question() {
        return new SealStatusQuestion(server, wire, deadline);
    }

    private ObservingHttpClient observed(VaultOperation operation) {
        ResponseWait wait = new ResponseWait(wire.clock(), deadline, operation.onInterrupt());
        return new ObservingHttpClient(wire.http(), wait, wire.clock(), server.redirectHosts());
    }

    private FailureException timedOut() {
        return VaultFailure.VAULT_TIMEOUT
                .with(server.reached(), server.timeout().toSeconds() + "s")
                .asException();
    }
}
