package dev.codexrunner.credential.identity;

import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what an answer other than success means. Careful in one direction: a token that is wrongly called refused may be
 * taken for revoked, while one that is wrongly called unknown is asked for again.
 *
 * @param clock this machine's, to tell a wrong clock from a wrong token
 */
record RefusalRules(Clock clock) {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** As codex grants when it looks at a JWT's dates. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final Pattern OF_THE_PLACE =
            Pattern.compile("unsupported_country|country, region, or territory|\\bip[_ ](address|not|denied|block)");
    private static final Pattern OF_THE_TIME = Pattern.compile("timestamp|\\bclock\\b");
    private static final Pattern OF_THE_WORKSPACE = Pattern.compile(
            "workspace|administrator|\\badmin\\b|organi[sz]ation|\\bpolicy\\b|\\bplan\\b|\\baccount\\b");
    private static final Pattern OF_THE_TOKEN =
            Pattern.compile("token|credential|revoked|invalidated|expired|runtime|\\bagent\\b|signature");
    private static final Pattern OF_THE_AGENT = Pattern.compile("runtime|\\bagent\\b");

    /** What the answer carried for proof: only what is signed here depends on our clock. */
    enum Proof {
        SIGNED_REGISTRATION,
        SIGNED_ASSERTION,
        BEARER
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
            case UNAUTHORIZED -> {
                requireSoundClock(reply, proof, words);
                boolean workspace = OF_THE_WORKSPACE.matcher(words).find()
                        && !OF_THE_TOKEN.matcher(words).find();
                yield Optional.of(workspace ? ofWorkspace(reply) : ofToken(reply));
            }
            case FORBIDDEN -> {
                requireSoundClock(reply, proof, words);
                boolean token = OF_THE_TOKEN.matcher(words).find()
                        && !OF_THE_WORKSPACE.matcher(words).find();
                yield Optional.of(token ? ofToken(reply) : ofWorkspace(reply));
            }
            // A path that is not there answers 404 as well: only a word of the agent makes it the agent's.
            case NOT_FOUND ->
                proof == Proof.SIGNED_REGISTRATION
                                && OF_THE_AGENT.matcher(words).find()
                        ? Optional.of(ofToken(reply))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void requireSoundClock(ServiceReply reply, Proof proof, String words) {
        if (proof == Proof.BEARER) {
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

    private static Refused ofToken(ServiceReply reply) {
        return new Refused(IdentityFailure.TOKEN_NOT_ACCEPTED.with(reply.host(), reply.described()), Cause.TOKEN);
    }

    private static Refused ofWorkspace(ServiceReply reply) {
        return new Refused(IdentityFailure.WORKSPACE_CLOSED.with(reply.host(), reply.described()), Cause.WORKSPACE);
    }
}
