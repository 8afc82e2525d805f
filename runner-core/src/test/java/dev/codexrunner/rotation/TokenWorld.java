package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The service and codex, answered in process: who a token belongs to, and whether it works. Thread-safe. */
final class TokenWorld implements Verification {

    static final TokenIdentity OWNER =
            new TokenIdentity(Optional.of("acct-1"), Optional.of("user-1"), Optional.of("ci@example.com"));

    private final Map<String, TokenIdentity> accepted = new ConcurrentHashMap<>();
    private final Set<String> proven = ConcurrentHashMap.newKeySet();
    private final AtomicInteger serial = new AtomicInteger();
    private volatile Optional<Failure> unreachable = Optional.empty();
    private volatile Optional<Failure> probeFails = Optional.empty();
    private final AtomicInteger strayRefusals = new AtomicInteger();
    private final Map<String, Integer> questions = new ConcurrentHashMap<>();
    private volatile boolean workspaceRefused;
    private volatile boolean byErrorCode = true;
    private volatile boolean unclear;

    /** A new token of the usual person, which the service accepts. */
    String issue() {
        return issue(OWNER);
    }

    String issue(TokenIdentity identity) {
        String token = "at-" + serial.incrementAndGet() + "-" + "x".repeat(24);
        accepted.put(token, identity);
        return token;
    }

    void revoke(String token) {
        accepted.remove(token);
    }

    void cutOff(Failure failure) {
        unreachable = Optional.of(failure);
    }

    void failProbes(Failure failure) {
        probeFails = Optional.of(failure);
    }

    void refuseWorkspace() {
        workspaceRefused = true;
    }

    /** The service knows this token as well. */
    void accept(String token, TokenIdentity identity) {
        accepted.put(token, identity);
    }

    /** Refusals of tokens carry no error code of the service from now on, only sentences. */
    void refuseBySentence() {
        byErrorCode = false;
    }

    /** Refusals say nothing of why from now on. */
    void refuseWithoutWords() {
        unclear = true;
    }

    /** How often a token was asked about. */
    int questions(String token) {
        return questions.getOrDefault(token, 0);
    }

    /** The next question about any token meets a replica that knows none. */
    void refuseOnce() {
        strayRefusals.set(1);
    }

    void mend() {
        unreachable = Optional.empty();
        probeFails = Optional.empty();
        workspaceRefused = false;
    }

    /** A token that was live before all began. */
    String issueProven() {
        String token = issue();
        proven.add(token);
        return token;
    }

    /** Whether a whole verification of the token was passed at some time. */
    boolean isProven(String token) {
        return proven.contains(token);
    }

    @Override
    public IdentityAnswer identity(AccessToken token) {
        questions.merge(token.value().reveal(), 1, Integer::sum);
        unreachable.ifPresent(failure -> {
            throw new FailureException(failure);
        });
        if (workspaceRefused) {
            return new IdentityAnswer.Refused(refusal("The workspace is refused."), IdentityAnswer.Cause.WORKSPACE);
        }
        TokenIdentity identity = accepted.get(token.value().reveal());
        return identity == null || strayRefusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? new IdentityAnswer.Refused(
                        refusal("The service does not know the token."),
                        unclear ? IdentityAnswer.Cause.UNCLEAR : IdentityAnswer.Cause.TOKEN,
                        byErrorCode)
                : new IdentityAnswer.Accepted(identity);
    }

    @Override
    public IdentityAnswer identityEvenIfExpired(AccessToken token) {
        return identity(token);
    }

    @Override
    public ProbeResult probe(AccessToken token) {
        if (probeFails.isPresent()) {
            return new ProbeResult.Failed(probeFails.get(), Optional.empty());
        }
        if (!accepted.containsKey(token.value().reveal())) {
            return new ProbeResult.Failed(refusal("codex was refused."), Optional.empty());
        }
        proven.add(token.value().reveal());
        return new ProbeResult.Proven("0.169.0", Optional.empty());
    }

    private static Failure refusal(String what) {
        Failure like = TokenFailure.TOKEN_UNKNOWN_SHAPE.with();
        return new Failure(FailureKind.CREDENTIAL, "token-refused", what, "", like.fix(), false, 4);
    }
}
