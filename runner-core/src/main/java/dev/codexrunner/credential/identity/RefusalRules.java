package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what an answer other than success means. Careful in one direction: a token that is wrongly called revoked is
 * destroyed in Vault, and with it the record of what is to be revoked; so only a positive sign is held against it.
 *
 * @param clock this machine's, to tell a wrong clock from a wrong token
 */
record RefusalRules(Clock clock) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    /** As codex grants when it looks at a JWT's dates. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final Pattern OF_THE_PLACE =
            Pattern.compile("unsupported_country|country, region, or territory|\\bip[_ ](address|not|denied|block)");
    private static final Pattern OF_THE_TIME = Pattern.compile("timestamp|\\bclock\\b");
    /** Whatever else is said: what closes a workspace or an account may be taken back, and the token lives again. */
    private static final Pattern OF_THE_WORKSPACE =
            Pattern.compile("workspace|admin|organi[sz]ation|policy|\\bplan\\b|account|suspended|disabled|deactivated");
    /** Words of gateways, of tokens that are none of ours, and of what is wrong besides a token that lives. */
    private static final Pattern OF_SOMETHING_ELSE =
            Pattern.compile("csrf|xsrf|\\bdlp\\b|proxy|gateway|security token|missing|blocked|certificate|\\bmfa\\b"
                    + "|user agent|version|\\bscopes?\\b|audience|origin|temporar|not been|\\bquota\\b");

    private static final Set<String> TOKEN_CODES = Set.of(
            "token_revoked",
            "token_invalidated",
            "token_invalid",
            "token_expired",
            "token_not_found",
            "invalid_token",
            "revoked_token",
            "expired_token",
            "invalid_grant",
            "agent_runtime_not_found",
            "agent_runtime_revoked");
    private static final String ENDED =
            "(revoked|invalidated|expired|invalid|unknown|not found|no longer valid|(does not|doesn't) exist)";
    private static final Pattern OF_THE_TOKEN = saidOf("(token|credential|agent|runtime)");
    private static final Pattern OF_THE_AGENT = saidOf("(agent|runtime)");

    private static Pattern saidOf(String thing) {
        return Pattern.compile("\\b" + thing + "\\b[^.;:]{0,40}\\b" + ENDED + "\\b|\\b" + ENDED + "\\b[^.;:]{0,40}\\b"
                + thing + "\\b");
    }

    /** What the question carried for proof. */
    enum Proof {
        SIGNED_REGISTRATION(true, false),
        /** By a task that was registered with the token. */
        SIGNED_ASSERTION(true, true),
        BEARER(false, false),
        /** By a token that was looked up and found. */
        KNOWN_BEARER(false, true);

        /** Only what is signed here depends on our clock. */
        private final boolean signed;
        /** The service has let the token in already: no later refusal can show that it is revoked. */
        private final boolean letIn;

        Proof(boolean signed, boolean letIn) {
            this.signed = signed;
            this.letIn = letIn;
        }
    }

    /**
     * The refusal; empty where the answer, though no success, says nothing of the token.
     *
     * @throws dev.codexrunner.failure.FailureException where it says that the fault lies elsewhere
     */
    Optional<Refused> refusal(ServiceReply reply, Proof proof) {
        String words = reply.errorWords();
        if (OF_THE_PLACE.matcher(words).find()) {
            throw IdentityFailure.SERVICE_REFUSES_PLACE
                    .with(reply.host(), reply.described())
                    .asException();
        }
        return switch (reply.status()) {
            case UNAUTHORIZED, FORBIDDEN -> {
                requireSoundClock(reply, proof, words);
                yield Optional.of(refused(reply, proof, words));
            }
            // A path that is not there answers 404 as well: only a word of the agent, or a code, makes it the token's.
            case BAD_REQUEST, NOT_FOUND, GONE -> {
                boolean ofAgent = reply.status() == NOT_FOUND
                        && proof == Proof.SIGNED_REGISTRATION
                        && OF_THE_AGENT.matcher(words).find();
                if (!isByCode(reply) && !ofAgent) {
                    yield Optional.empty();
                }
                requireSoundClock(reply, proof, words);
                yield Optional.of(refused(reply, proof, words));
            }
            default -> Optional.empty();
        };
    }

    private static Refused refused(ServiceReply reply, Proof proof, String words) {
        if (OF_THE_WORKSPACE.matcher(words).find()) {
            return new Refused(IdentityFailure.WORKSPACE_CLOSED.with(reply.host(), reply.described()), Cause.WORKSPACE);
        }
        if (proof.letIn) {
            return new Refused(
                    IdentityFailure.TOKEN_REFUSED_AFTER_ENTRY.with(reply.host(), reply.described()), Cause.UNCLEAR);
        }
        boolean ofToken = isByCode(reply) || OF_THE_TOKEN.matcher(words).find();
        if (!ofToken || OF_SOMETHING_ELSE.matcher(words).find()) {
            return new Refused(
                    IdentityFailure.TOKEN_REFUSED_UNEXPLAINED.with(reply.host(), reply.described()), Cause.UNCLEAR);
        }
        return new Refused(
                IdentityFailure.TOKEN_NOT_ACCEPTED.with(reply.host(), reply.described()), Cause.TOKEN, isByCode(reply));
    }

    private static boolean isByCode(ServiceReply reply) {
        return reply.errorCodes().map(code -> code.toLowerCase(Locale.ROOT)).anyMatch(TOKEN_CODES::contains);
    }

    private void requireSoundClock(ServiceReply reply, Proof proof, String words) {
        if (!proof.signed) {
            return;
        }
        Optional<Duration> off = reply.date()
                .map(date -> Duration.between(date, clock.instant()).abs())
                .filter(gap -> gap.compareTo(CLOCK_SKEW) > 0);
        if (off.isPresent() || OF_THE_TIME.matcher(words).find()) {
            throw IdentityFailure.MACHINE_CLOCK_OFF
                    .with(reply.host(), reply.described())
                    .asException();
        }
    }
}
