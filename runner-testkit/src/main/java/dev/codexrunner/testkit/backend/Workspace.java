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
}
