package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.RefusalRules.Proof;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RefusalRulesTest {

    private final RefusalRules rules = new RefusalRules(Clock.systemUTC());

    private static ServiceReply reply(int status, String json) {
        return new ServiceReply(
                URI.create("https://service.example.com/x"),
                status,
                JsonMapper.shared().readTree(json),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error":{"code":"token_revoked","message":"The token has been revoked"}} | TOKEN
            403 | {"error":{"code":"token_revoked","message":"The token has been revoked"}} | TOKEN
            401 | {"error":"invalid_token","error_description":"The access token expired"} | TOKEN
            401 | {"error":{"type":"token_expired"}} | TOKEN
            401 | {"detail":"Your authentication token has been invalidated."} | TOKEN
            401 | {"error":{"message":"unknown or revoked agent runtime","code":"invalid_token"}} | TOKEN
            401 | {"error":{"message":"Your account has been deactivated"}} | WORKSPACE
            401 | {"message":"Access tokens are disabled by your workspace administrator"} | WORKSPACE
            401 | {"error":{"message":"Your workspace does not allow personal access tokens on this plan"}} | WORKSPACE
            401 | {"detail":{"message":"User account is suspended; token not usable until reinstated by admin"}} | WORKSPACE
            401 | {"error":{"code":"invalid_token","message":"The workspace is disabled"}} | WORKSPACE
            401 | {"error":{"code":"invalid_token"},"errors":[{"message":"by policy"}]} | WORKSPACE
            403 | {"detail":"Contact your ChatGPT administrator for access"} | WORKSPACE
            403 | {"detail":"Access tokens are disabled in this workspace"} | WORKSPACE
            403 | {"detail":{"message":"Not allowed","code":"forbidden"}} | UNCLEAR
            403 | {} | UNCLEAR
            401 | {} | UNCLEAR
            401 | {"detail":"Unauthorized"} | UNCLEAR
            401 | {"error":"proxy authentication: missing corporate credential"} | UNCLEAR
            403 | {"message":"Missing Authentication Token"} | UNCLEAR
            403 | {"message":"The security token included in the request is invalid"} | UNCLEAR
            403 | {"error":"DLP: request blocked, credential in header"} | UNCLEAR
            403 | {"error":{"message":"CSRF token missing"}} | UNCLEAR
            403 | {"error":{"code":"invalid_token","message":"CSRF token invalid"}} | UNCLEAR
            """)
    void only_what_names_the_token_alone_is_held_against_it(int status, String json, Cause cause) {
        assertThat(rules.refusal(reply(status, json), Proof.BEARER))
                .hasValueSatisfying(refused -> assertThat(refused.cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SIGNED_REGISTRATION | {"detail":"Agent runtime not found"} | true
            SIGNED_REGISTRATION | {"detail":"Not Found"}               | false
            SIGNED_REGISTRATION | {"message":"Cannot POST /api/accounts/v1/agent/rt-1/task/register"}       | false
            SIGNED_REGISTRATION | {"detail":"Not found: https://h.example/v1/agent/rt/runtime unknown page"} | false
            SIGNED_REGISTRATION | {"detail":"no route for /v1/agent/rt/task/register"}                      | false
            BEARER              | {"detail":"Agent runtime not found"} | false
            """)
    void not_found_counts_where_it_is_said_of_the_agent(Proof proof, String json, boolean refused) {
        assertThat(rules.refusal(reply(404, json), proof).isPresent()).isEqualTo(refused);
    }

    @Test
    void a_code_of_the_service_is_told_from_its_sentences() {
        assertThat(rules.refusal(reply(401, "{\"error\":{\"code\":\"token_revoked\"}}"), Proof.BEARER))
                .hasValueSatisfying(refused -> assertThat(refused.byErrorCode()).isTrue());
        assertThat(rules.refusal(reply(401, "{\"detail\":\"The token was revoked\"}"), Proof.BEARER))
                .hasValueSatisfying(refused -> assertThat(refused.byErrorCode()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The token has not been revoked",
                "Token is temporarily invalid",
                "Unknown user agent",
                "agent version expired, please update codex",
                "Your MFA session has expired for this token",
                "Device certificate expired for token holder",
                "invalid origin for token",
                "The audience of this token is invalid",
                "Your access token has an invalid scope for this resource",
            })
    void a_sentence_that_only_sounds_like_a_revocation_is_none(String sentence) {
        String json = "{\"error\":{\"message\":\"" + sentence + "\"}}";
        for (int status : new int[] {401, 403, 404}) {
            assertThat(rules.refusal(reply(status, json), Proof.SIGNED_REGISTRATION).stream())
                    .as("status " + status)
                    .allMatch(refused -> refused.cause() == Cause.UNCLEAR);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":{"code":"token_revoked"}} | true
            400 | {"error":"invalid_grant","error_description":"token revoked"} | true
            404 | {"error":{"code":"token_not_found"}} | true
            410 | {"error":{"code":"agent_runtime_revoked"}} | true
            400 | {"detail":"token revoked"} | false
            410 | {"detail":"Gone"} | false
            """)
    void a_code_counts_whatever_status_it_comes_with(int status, String json, boolean refused) {
        assertThat(rules.refusal(reply(status, json), Proof.BEARER).stream())
                .hasSize(refused ? 1 : 0)
                .allMatch(one -> one.cause() == Cause.TOKEN && one.byErrorCode());
    }

    @Test
    void a_refusal_without_a_word_of_why_says_so() {
        assertThat(rules.refusal(reply(401, "{}"), Proof.BEARER))
                .hasValueSatisfying(refused ->
                        assertThat(refused.failure().what()).contains("without a word of why", "status 401"));
    }
}
