package dev.codexrunner.credential.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.credential.AccessToken;
import dev.codexrunner.credential.identity.IdentityAnswer.Accepted;
import dev.codexrunner.credential.identity.IdentityAnswer.Cause;
import dev.codexrunner.credential.identity.IdentityAnswer.Refused;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.backend.Endpoint;
import dev.codexrunner.testkit.backend.EndpointFault;
import dev.codexrunner.testkit.backend.TokenFlaw;
import dev.codexrunner.testkit.backend.Workspace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own answers mean. */
class IdentityServiceTest {

    private ServiceStandIn service;

    @BeforeEach
    void start() throws IOException {
        service = new ServiceStandIn();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static TokenIdentity of(Workspace workspace) {
        return new TokenIdentity(
                Optional.of(workspace.accountId()), Optional.of(workspace.userId()), Optional.of(workspace.email()));
    }

    private static Refused refused(IdentityAnswer answer) {
        assertThat(answer).isInstanceOf(Refused.class);
        Refused refused = (Refused) answer;
        assertThat(refused.failure().kind()).isEqualTo(FailureKind.CREDENTIAL);
        return refused;
    }

    @Test
    void an_agent_identity_is_accepted_and_its_owner_named() {
        assertThat(service.service().ask(service.agent())).isEqualTo(new Accepted(of(Workspace.EXAMPLE)));
        assertThat(service.asked())
                .containsExactly(Endpoint.JWKS, Endpoint.TASK_REGISTER, Endpoint.CONFIG_BUNDLE, Endpoint.MODELS);
        assertThat(service.backend().requests())
                .allMatch(request -> request.auth().status() == 200);
    }

    @Test
    void a_personal_access_token_is_accepted_and_its_owner_named() {
        assertThat(service.service().ask(service.personal())).isEqualTo(new Accepted(of(Workspace.EXAMPLE)));
        assertThat(service.asked()).containsExactly(Endpoint.WHOAMI, Endpoint.CONFIG_BUNDLE, Endpoint.ACCOUNTS_CHECK);
    }

    @Test
    void tokens_of_another_workspace_or_person_name_theirs() {
        Workspace colleague = Workspace.EXAMPLE.of("user-colleague", "colleague@example.com");
        String agent = service.issuer().issueAgentIdentity(Workspace.FOREIGN).token();
        String personal = service.issuer().issuePersonalAccessToken(colleague);

        assertThat(service.service().ask(ServiceStandIn.token(agent))).isEqualTo(new Accepted(of(Workspace.FOREIGN)));
        assertThat(service.service().ask(ServiceStandIn.token(personal))).isEqualTo(new Accepted(of(colleague)));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void a_revoked_agent_identity_is_refused_for_the_tokens_sake(int status) {
        AccessToken token = service.agent();
        service.issuer().revoke(token.value().reveal(), status);

        Refused refused = refused(service.service().ask(token));

        assertThat(refused.cause()).isEqualTo(Cause.TOKEN);
        assertThat(refused.failure().code()).isEqualTo("token-not-accepted");
        assertThat(refused.failure().what()).contains("status " + status);
        assertThat(service.asked()).containsExactly(Endpoint.JWKS, Endpoint.TASK_REGISTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_revoked_personal_access_token_is_refused_for_the_tokens_sake(int status) {
        AccessToken token = service.personal();
        service.issuer().revoke(token.value().reveal(), status);

        assertThat(refused(service.service().ask(token)).cause()).isEqualTo(Cause.TOKEN);
    }

    @Test
    void a_refused_workspace_proves_nothing_of_the_token() {
        service.backend().refuseWorkspace();

        for (AccessToken token : new AccessToken[] {service.agent(), service.personal()}) {
            Refused refused = refused(service.service().askEvenIfExpired(token));
            assertThat(refused.cause()).isEqualTo(Cause.WORKSPACE);
            assertThat(refused.failure().code()).isEqualTo("workspace-closed");
        }
        service.backend().restore();
        assertThat(service.service().ask(service.agent())).isInstanceOf(Accepted.class);
    }

    @Test
    void a_token_that_was_let_in_is_not_revoked_whatever_is_refused_next() {
        List<EndpointFault> refusals = List.of(
                EndpointFault.json(401, "{\"error\":{\"code\":\"invalid_token\"}}", Map.of()),
                EndpointFault.json(
                        403, "{\"error\":{\"message\":\"The access token has an invalid scope\"}}", Map.of()));
        for (EndpointFault refusal : refusals) {
            refusedAfterEntry(service.agent(), Endpoint.CONFIG_BUNDLE, refusal);
            refusedAfterEntry(service.agent(), Endpoint.MODELS, refusal);
            refusedAfterEntry(service.personal(), Endpoint.CONFIG_BUNDLE, refusal);
            refusedAfterEntry(service.personal(), Endpoint.ACCOUNTS_CHECK, refusal);
        }
    }

    private void refusedAfterEntry(AccessToken token, Endpoint at, EndpointFault fault) {
        service.backend().fail(at, fault);
        Refused refused = refused(service.service().askEvenIfExpired(token));
        assertThat(refused.cause()).isEqualTo(Cause.UNCLEAR);
        assertThat(refused.byErrorCode()).isFalse();
        assertThat(refused.failure().code()).isEqualTo("token-refused-after-entry");
        service.backend().restore(at);
    }

    @Test
    void a_workspace_that_is_not_listed_is_refused_as_codex_does() {
        service.backend()
                .fail(Endpoint.ACCOUNTS_CHECK, EndpointFault.json(200, "{\"accounts\":[{\"id\":\"x\"}]}", Map.of()));

        Refused refused = refused(service.service().ask(service.personal()));

        assertThat(refused.failure().code()).isEqualTo("workspace-not-listed");
        assertThat(refused.cause()).isEqualTo(Cause.WORKSPACE);
    }

    @Test
    void accounts_may_come_by_their_ids() {
        service.backend()
                .fail(
                        Endpoint.ACCOUNTS_CHECK,
                        EndpointFault.json(
                                200,
                                "{\"accounts\":{\"x\":{\"account\":{\"account_id\":\"" + Workspace.EXAMPLE.accountId()
                                        + "\"}}}}",
                                Map.of()));

        assertThat(service.service().ask(service.personal())).isInstanceOf(Accepted.class);
    }

    @Test
    void a_signature_is_judged_here_and_the_agent_then_not_asked_for() {
        for (TokenFlaw flaw : new TokenFlaw[] {TokenFlaw.UNKNOWN_KEY_ID, TokenFlaw.BAD_SIGNATURE}) {
            AccessToken token =
                    ServiceStandIn.token(service.issuer().issueFlawed(flaw).token());

            assertThat(refused(service.service().ask(token)).cause()).isEqualTo(Cause.SIGNATURE);
        }
        assertThat(service.asked()).containsExactly(Endpoint.JWKS, Endpoint.JWKS);
    }

    @Test
    void who_holds_a_token_with_an_unknown_key_can_still_speak_as_the_agent() {
        AccessToken token = ServiceStandIn.token(
                service.issuer().issueFlawed(TokenFlaw.UNKNOWN_KEY_ID).token());

        assertThat(service.service().askEvenIfExpired(token)).isInstanceOf(Accepted.class);
    }

    @Test
    void an_expired_token_may_still_live_and_only_its_revocation_ends_it() {
        String jwt = service.issuer().issueAgentIdentity(Duration.ofHours(-1)).token();
        AccessToken token = ServiceStandIn.token(jwt);

        assertThatThrownBy(() -> service.service().ask(token))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("jwt-expired"));
        assertThat(service.asked()).isEmpty();
        assertThat(service.service().askEvenIfExpired(token)).isInstanceOf(Accepted.class);

        service.issuer().revoke(jwt);

        assertThat(refused(service.service().askEvenIfExpired(token)).cause()).isEqualTo(Cause.TOKEN);
    }

    @Test
    void a_task_id_that_only_codex_can_open_is_answer_enough() {
        service.backend()
                .fail(
                        Endpoint.TASK_REGISTER,
                        EndpointFault.json(200, "{\"encrypted_task_id\":\"c2VhbGVk\"}", Map.of()));

        assertThat(service.service().ask(service.agent())).isInstanceOf(Accepted.class);
    }

    @Test
    void all_that_is_made_on_the_way_is_told_to_the_redactor() {
        AccessToken token = service.agent();

        service.service().ask(token);

        assertThat(service.learned())
                .extracting(Secret::name)
                .containsSubsequence(
                        "token",
                        "agent-private-key",
                        "agent-signature",
                        "agent-task",
                        "agent-signature",
                        "agent-assertion");
        assertThat(service.learned()).allMatch(secret -> !secret.isBlank());
    }

    @Test
    void no_token_is_sent_to_an_address_without_tls() {
        URI plain = URI.create("http://127.0.0.1:1/backend-api");
        ServiceAddresses addresses = new ServiceAddresses(plain, plain, plain, plain);
        ServiceWire wire = service.wire(
                service.ca().clientContext(),
                dev.codexrunner.transport.ProxySettings.none(),
                java.time.Clock.systemUTC(),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> service.service(addresses, wire))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo("service-address-refused"));
    }

    @Test
    void a_jwt_claims_an_owner_offline_and_an_opaque_token_none() {
        AccessToken expired = ServiceStandIn.token(
                service.issuer().issueAgentIdentity(Duration.ofHours(-1)).token());

        assertThat(TokenIdentity.claimed(expired)).contains(of(Workspace.EXAMPLE));
        assertThat(TokenIdentity.claimed(service.personal())).isEmpty();
        assertThat(service.asked()).isEmpty();
    }
}
