package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.RefusalRules.Proof;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            401 | {}                                                                        | TOKEN
            401 | {"detail":"Unauthorized"}                                                 | TOKEN
            401 | {"error":{"code":"token_revoked","message":"The token has been revoked"}} | TOKEN
            401 | {"error":{"message":"Your account has been deactivated"}}                 | WORKSPACE
            403 | {"error":{"code":"token_revoked","message":"The token has been revoked"}} | TOKEN
            403 | {"detail":"Contact your ChatGPT administrator for access"}                | WORKSPACE
            403 | {"detail":"Access tokens are disabled in this workspace"}                 | WORKSPACE
            403 | {"detail":{"message":"Not allowed","code":"forbidden"}}                   | WORKSPACE
            403 | {}                                                                        | WORKSPACE
            """)
    void only_what_names_the_token_alone_is_held_against_it(int status, String json, Cause cause) {
        assertThat(rules.refusal(reply(status, json), Proof.BEARER))
                .hasValueSatisfying(refused -> assertThat(refused.cause()).isEqualTo(cause));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SIGNED_REGISTRATION | {"detail":"Agent runtime not found"} | true
            SIGNED_REGISTRATION | {"detail":"Not Found"}               | false
            BEARER              | {"detail":"Agent runtime not found"} | false
            """)
    void not_found_counts_where_it_is_said_of_the_agent(Proof proof, String json, boolean refused) {
        assertThat(rules.refusal(reply(404, json), proof).isPresent()).isEqualTo(refused);
    }
}
