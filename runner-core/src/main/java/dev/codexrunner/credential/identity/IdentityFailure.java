package dev.codexrunner.credential.identity;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * What the service says against a token, and why it could not be asked. The first detail is the host that was asked, the
 * second what it answered.
 */
public enum IdentityFailure implements FailureText {
    TOKEN_NOT_ACCEPTED(
            "The service refuses the token (%1$s: %2$s).",
            "It was revoked, or the person who made it has left the workspace.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and stage it.",
            FailureKind.CREDENTIAL),
    TOKEN_REFUSED_UNEXPLAINED(
            "The token is refused, without a word of why (%1$s: %2$s).",
            "It may be revoked or expired, its workspace may be closed to it, or something on the way may block it.",
            "Look at https://chatgpt.com/admin/access-tokens whether the token is still there, and ask who runs the network"
                    + " whether a gateway blocks it.",
            FailureKind.CREDENTIAL),
    TOKEN_REFUSED_AFTER_ENTRY(
            "The service let the token in, then refused what codex asks with it (%1$s: %2$s).",
            "Its workspace may be closed to it, it may lack a permission, its revocation may not have spread yet, or something"
                    + " on the way may block it.",
            "Ask an administrator of the ChatGPT workspace what this token may do; where it was revoked just now, try again"
                    + " in a while.",
            FailureKind.CREDENTIAL),
    TOKEN_KEY_NOT_PUBLISHED(
            "The token was signed with a key that the service does not publish (%1$s).",
            "The key was retired, or the token is of another environment; codex refuses it.",
            "Create a new token at https://chatgpt.com/admin/access-tokens and stage it.",
            FailureKind.CREDENTIAL),
    TOKEN_SIGNATURE_WRONG(
            "The token's signature does not verify with the key that the service publishes (%1$s).",
            "The token was altered, or made by somebody else; codex refuses it.",
            "Store the whole token again; where it was stored as it was made, tell the security team.",
            FailureKind.CREDENTIAL),
    WORKSPACE_CLOSED(
            "The service refuses the workspace, or this person in it (%1$s: %2$s).",
            "An administrator's setting or the plan does not allow this use; the token itself may be sound, and live again"
                    + " once that changes.",
            "Ask an administrator of the ChatGPT workspace whether Codex and access tokens are allowed for this person.",
            FailureKind.CREDENTIAL),
    WORKSPACE_NOT_LISTED(
            "The token's workspace is not among those that the service lists for it (%1$s).",
            "The person who made the token is no member of it any more, or not yet.",
            "Ask an administrator of the ChatGPT workspace whether this person is a member.",
            FailureKind.CREDENTIAL),
    AGENT_KEY_UNUSABLE(
            "The agent's own key inside the token can't be used.",
            "It is no Ed25519 key in PKCS#8 form (%1$s), so that nothing can be signed with it.",
            "Store the whole token again; it may have been altered.",
            FailureKind.CREDENTIAL),
    SERVICE_REFUSES_PLACE(
            "The service does not answer from here (%1$s: %2$s).",
            "It refuses this machine's address or country, and has not looked at the token.",
            "Have the address of this network allowed, or use the proxy that leads out through an allowed one.",
            FailureKind.CONNECTIVITY),
    MACHINE_CLOCK_OFF(
            "This machine's clock is wrong: %1$s refused what was signed with its time (%2$s).",
            "Each request of an agent identity carries the time; with a wrong one the service refuses a sound token too.",
            "Set this machine's clock, then try again.",
            FailureKind.CONNECTIVITY),
    SERVICE_REDIRECTS(
            "%1$s was answered with a redirect (status %2$s).",
            "The service sends none here; a gateway in between, or a wrong address, does. Credentials are not sent on.",
            "Check the address settings (chatgpt_base_url, CODEX_*_BASE_URL) and the proxy.",
            FailureKind.CONNECTIVITY),
    SERVICE_ANSWER_UNREADABLE(
            "%1$s answered with something that is not the service's data (%2$s).",
            "A gateway in between answered, or the address leads elsewhere.",
            "Check the address settings (chatgpt_base_url, CODEX_*_BASE_URL) and the proxy.",
            FailureKind.CONNECTIVITY),
    SERVICE_ANSWER_UNEXPECTED(
            "%1$s answered in a way that says nothing of the token (%2$s).",
            "The address leads elsewhere, or the service has changed.",
            "Check the address settings (chatgpt_base_url, CODEX_*_BASE_URL); else look for a newer codex-runner.",
            FailureKind.CONNECTIVITY),
    SERVICE_ADDRESS_REFUSED(
            "A token is not sent to %1$s.",
            "It is no https address of a host.",
            "Correct chatgpt_base_url or the CODEX_*_BASE_URL variable that sets it.",
            FailureKind.CONFIG),
    SERVICE_FAILS(
            "%1$s failed to answer (%2$s).",
            "The service, or what stands before it, has trouble of its own.",
            "Try again later; https://status.openai.com tells of outages.",
            FailureKind.TURN_FAILED),
    SERVICE_LIMITS_RATE(
            "%1$s limits how often it may be asked (%2$s).",
            "Too many requests came from this network or this token.",
            "Try again later, and spread the schedules of checks.",
            FailureKind.LIMITED);

    private final FailureWords words;

    IdentityFailure(String what, String why, String fix, FailureKind kind) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
