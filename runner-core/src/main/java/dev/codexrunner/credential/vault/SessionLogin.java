package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The login of a session, which may take longer than a Vault token lives: codex runs between two requests. A token in the
 * last third of its life is renewed before it is used; for one that has ended there is a new login, where the method has
 * more than one in it. Safe for use by several threads.
 */
final class SessionLogin {

    private final VaultLogin login;
    private final Clock clock;
    /** Those that were replaced: refused, and so most likely gone. */
    private final List<Lease> ended = new ArrayList<>();

    private Lease current;
    private boolean mayLookUp;
    private Optional<Failure> noOther = Optional.empty();

    /** @throws FailureException where the login is refused, or can't be asked for */
    SessionLogin(VaultLogin login, VaultConnection connection, Clock clock) {
        this.login = login;
        this.clock = clock;
        this.current = Lease.of(logIn(connection), clock.instant());
    }

    /** As it is. */
    synchronized Lease current() {
        return current;
    }

    /** For a request to come: renewed where it soon ends, and another where it has ended. */
    synchronized Lease forUse(Supplier<VaultConnection> connection) {
        if (current.isOver(clock.instant()) && login.repeatable()) {
            return anew(current, connection.get());
        }
        if (current.wantsRenewal(clock.instant())) {
            current = renewed(current, connection.get());
        }
        return current;
    }

    /** Another login in place of one that has ended, unless another thread has made it already. */
    synchronized Lease anew(Lease lease, VaultConnection connection) {
        if (!current.token().equals(lease.token())) {
            return current;
        }
        if (noOther.isEmpty()) {
            noOther = whyNoOther(lease);
        }
        if (noOther.isPresent()) {
            throw noOther.get().asException();
        }
        try {
            Lease fresh = Lease.of(logIn(connection), clock.instant());
            ended.add(lease);
            current = fresh;
            return fresh;
        } catch (FailureException refused) {
            if (!isRefusal(refused.failure())) {
                throw refused;
            }
            // Not asked again: several refusals can lock a user out.
            noOther = Optional.of(failure(
                    lease, "a second login was refused: " + refused.failure().reason()));
            throw noOther.get().asException();
        }
    }

    private Optional<Failure> whyNoOther(Lease lease) {
        if (lease.token().ownership() == VaultToken.Ownership.GIVEN) {
            return Optional.of(VaultLoginFailure.VAULT_TOKEN_ENDED.with());
        }
        return login.repeatable()
                ? Optional.empty()
                : Optional.of(failure(lease, "a wrapped secret id is good for one login."));
    }

    /**
     * Whether a refusal is the token's end and no lack of a policy: its time is over, Vault says so, or it may no longer
     * ask about itself, which it could before.
     */
    boolean hasEnded(Lease lease, VaultReply refusal, VaultConnection connection) {
        if (lease.isOver(clock.instant()) || refusal.says("invalid token")) {
            return true;
        }
        synchronized (this) {
            if (!mayLookUp) {
                return false;
            }
        }
        try {
            return isRefused(connection.lookUpSelf(lease.token().value()));
        } catch (FailureException unasked) {
            return false;
        }
    }

    static boolean isRefused(VaultReply reply) {
        return reply.status() == 401 || reply.status() == 403;
    }

    /** What the token says of itself; that it may is remembered. */
    VaultReply lookUp(VaultConnection connection) {
        Lease lease = forUse(() -> connection);
        VaultReply reply = connection.lookUpSelf(lease.token().value());
        synchronized (this) {
            mayLookUp |= reply.status() == 200;
        }
        return reply;
    }

    /** Revokes what is ours and may still live; never throws. */
    synchronized List<String> release(VaultConnection connection) {
        Instant now = clock.instant();
        ended.stream().filter(lease -> !lease.isOver(now)).forEach(lease -> {
            var unused = TokenRelease.release(lease.token(), connection); // it was refused, so that nothing is expected
        });
        if (current.isOver(now)) {
            return List.of();
        }
        List<String> warnings =
                TokenRelease.release(current.token(), connection).stream().toList();
        return noOther.isEmpty() ? warnings : List.of();
    }

    private Lease renewed(Lease lease, VaultConnection connection) {
        try {
            VaultReply reply = connection.renewSelf(lease.token().value());
            long seconds = reply.json().path("auth").path("lease_duration").asLong(0);
            return reply.status() == 200 && seconds > 0
                    ? lease.renewed(seconds, clock.instant())
                    : lease.notRenewable();
        } catch (FailureException unasked) {
            if (unasked.failure().kind() == FailureKind.CANCELLED) {
                throw unasked;
            }
            return lease.notRenewable(); // what the request itself meets is told
        }
    }

    private VaultToken logIn(VaultConnection connection) {
        try {
            return login.logIn(connection);
        } catch (FailureException e) {
            // Not answered within the grace: whether Vault carried it out, we can't know. An unwrapping has a word of
            // its own.
            throw Thread.currentThread().isInterrupted()
                            && e.failure().kind() == FailureKind.CANCELLED
                            && !e.failure().code().equals(VaultLoginFailure.VAULT_UNWRAP_INTERRUPTED.code())
                    ? VaultFailure.VAULT_LOGIN_CUT_OFF.with().asException()
                    : e;
        }
    }

    /** An answer to the login; a server that could not be asked is told of as it is. */
    private static boolean isRefusal(Failure failure) {
        return Stream.of(VaultLoginFailure.values()).anyMatch(one -> one.code().equals(failure.code()));
    }

    private Failure failure(Lease lease, String why) {
        long lived = Duration.between(lease.begun(), clock.instant()).toSeconds();
        long granted = lease.token().leaseSeconds();
        return VaultLoginFailure.VAULT_LOGIN_ENDED.with(lived, granted > 0 ? granted + " s" : "an unknown time", why);
    }
}
