package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.CredentialKind;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the silence of OpenAI's service by the kind of the token, as each kind is proven by hosts of its own. */
final class ServiceSilence implements IdentityQuestion {

    private final IdentityQuestion service;
    private final Map<CredentialKind, Silence> ofKinds = new ConcurrentHashMap<>();

    ServiceSilence(IdentityQuestion service) {
        this.service = service;
    }

    @Override
    public IdentityAnswer ask(AccessToken token) {
        return ofKinds.computeIfAbsent(
                        token.kind(),
                        kind -> new Silence(ServiceSilence::isSilence, CheckFailure.ROTATION_SERVICE_SILENT::with))
                .ask(() -> service.ask(token));
    }

    private static boolean isSilence(Failure failure) {
        return failure.kind() == FailureKind.CONNECTIVITY || failure.kind() == FailureKind.TURN_FAILED;
    }
}
