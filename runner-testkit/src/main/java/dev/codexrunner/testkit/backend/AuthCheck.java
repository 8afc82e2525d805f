package dev.codexrunner.testkit.backend;

/**
 * The result of one check.
 *
 * @param outcome what was found
 * @param detail which identity, or why not; never a credential
 * @param status how a refusal is answered; 200 where there is none
 */
public record AuthCheck(AuthOutcome outcome, String detail, int status) {

    private static final int UNAUTHORIZED = 401;

    public AuthCheck(AuthOutcome outcome, String detail) {
        this(outcome, detail, outcome == AuthOutcome.MISSING ? UNAUTHORIZED : 200);
    }

    static AuthCheck refused(String why) {
        return refused(why, UNAUTHORIZED);
    }

    static AuthCheck refused(String why, int status) {
        return new AuthCheck(AuthOutcome.REFUSED, why, status);
    }

    boolean passed() {
        return outcome != AuthOutcome.MISSING && outcome != AuthOutcome.REFUSED;
    }
}
