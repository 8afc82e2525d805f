package dev.codexrunner.testkit.backend;

/**
 * The result of one check.
 *
 * @param outcome what was found
 * @param detail which identity, or why not; never a credential
 */
public record AuthCheck(AuthOutcome outcome, String detail) {

    static AuthCheck refused(String why) {
        return new AuthCheck(AuthOutcome.REFUSED, why);
    }

    boolean passed() {
        return outcome != AuthOutcome.MISSING && outcome != AuthOutcome.REFUSED;
    }
}
