package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks no more where nobody answers: hundreds of paths would each wait for the same dead host. Counted by the kind of the
 * token, as each kind is proven by hosts of its own.
 */
final class ServiceSilence implements IdentityQuestion {

    static final int ENOUGH = 3;

    private final IdentityQuestion service;
    private final Map<CredentialKind, Integer> inARow = new ConcurrentHashMap<>();

    ServiceSilence(IdentityQuestion service) {
        this.service = service;
    }

    @Override
    public IdentityAnswer ask(AccessToken token) {
        int unanswered = inARow.getOrDefault(token.kind(), 0);
        if (unanswered >= ENOUGH) {
            throw CheckFailure.ROTATION_SERVICE_SILENT.with(unanswered).asException();
        }
        try {
            IdentityAnswer answer = service.ask(token);
            inARow.remove(token.kind());
            return answer;
        } catch (FailureException unasked) {
            if (isSilence(unasked.failure())) {
                inARow.merge(token.kind(), 1, Integer::sum);
            }
            throw unasked;
        }
    }

    private static boolean isSilence(Failure failure) {
        return failure.kind() == FailureKind.CONNECTIVITY || failure.kind() == FailureKind.TURN_FAILED;
    }
}
