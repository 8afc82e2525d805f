package dev.codexrunner.credential.identity;

import dev.codexrunner.failure.Failure;

/** What the service said of a token. That it could not be asked is no answer, but a thrown failure. */
public sealed interface IdentityAnswer {

    /**
     * The service accepts the token.
     *
     * @param identity whose it is
     */
    record Accepted(TokenIdentity identity) implements IdentityAnswer {}

    /**
     * The service itself refused, or codex does on the ground of the keys that the service publishes.
     *
     * @param failure in words; its kind is CREDENTIAL
     * @param cause what the refusal is about
     * @param byErrorCode whether an error code of the service says so, not only its sentences
     */
    record Refused(Failure failure, Cause cause, boolean byErrorCode) implements IdentityAnswer {

        /** One that no error code stands for. */
        public Refused(Failure failure, Cause cause) {
            this(failure, cause, false);
        }
    }

    /**
     * What a refusal is about.
     *
     * <p>Only {@link #TOKEN} shows that a token was revoked. A workspace is refused by a setting that its administrators
     * may turn back tomorrow, and then every token of it lives again, the one that leaked included: to take such a
     * refusal for a revocation would destroy the only record of which token is still to be revoked. A signature is judged
     * on this side alone: who stole the token signs with the key inside and asks no such question.
     */
    enum Cause {
        /** The service says of this token itself that it is revoked, expired or unknown. */
        TOKEN,
        /** The service refuses the workspace, or this person in it; it says nothing of the token. */
        WORKSPACE,
        /** It is refused, and nothing is said of why, by a gateway on the way perhaps; or only after it had been let in. */
        UNCLEAR,
        /** Its signature is not by a key that the service publishes, so that codex won't use it; the service was not asked. */
        SIGNATURE
    }
}
