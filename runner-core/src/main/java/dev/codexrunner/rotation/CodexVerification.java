package dev.codexrunner.rotation;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.IdentityService;

/** Asks OpenAI's service, and runs the real codex. */
public final class CodexVerification implements Verification {

    private final IdentityService service;
    private final CodexProbe probe;

    public CodexVerification(IdentityService service, CodexProbe probe) {
        this.service = service;
        this.probe = probe;
    }

    @Override
    public IdentityAnswer identity(AccessToken token) {
        return service.ask(token);
    }

    @Override
    public IdentityAnswer identityEvenIfExpired(AccessToken token) {
        return service.askEvenIfExpired(token);
    }

    @Override
    public ProbeResult probe(AccessToken token) {
        return probe.run(token);
    }
}
