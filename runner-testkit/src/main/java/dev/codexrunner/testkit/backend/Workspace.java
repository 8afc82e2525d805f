package dev.codexrunner.testkit.backend;

/**
 * The made-up ChatGPT workspace that tokens belong to.
 *
 * @param accountId value of the ChatGPT-Account-ID header
 * @param userId the person who made the token
 * @param email that person's address
 * @param planType plan, as the backend names it
 */
public record Workspace(String accountId, String userId, String email, String planType) {

    public static final Workspace EXAMPLE =
            new Workspace("acct-example-corp", "user-ci-owner", "ci-owner@example.com", "enterprise");

    /** Another company's. */
    public static final Workspace FOREIGN =
            new Workspace("acct-another-corp", "user-stranger", "stranger@example.net", "enterprise");

    /** The same workspace, with another person's tokens. */
    public Workspace of(String otherUser, String otherEmail) {
        return new Workspace(accountId, otherUser, otherEmail, planType);
    }
}
