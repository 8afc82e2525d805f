package dev.codexrunner.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.testkit.pki.PrivateCa;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in refuses what the real backend would refuse. */
class CodexBackendTest {

    private final PrivateCa ca = PrivateCa.create();
    private final TokenIssuer issuer = TokenIssuer.create();
    private final AgentIdentity identity = issuer.issueAgentIdentity();
    private CodexBackend backend;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        backend = CodexBackend.start(ca.issueServer().serverContext(), issuer, Scenarios.byMarker());
        client = HttpClient.newBuilder().sslContext(ca.clientContext()).build();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void a_registration_signed_by_another_key_is_refused() throws Exception {
        String at = now();
        String signedByAnother = signatureOf(issuer.issueAgentIdentity(), identity.runtimeId() + ":" + at);

        HttpResponse<String> response = register(identity.runtimeId(), at, signedByAnother);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("does not verify");
        assertThat(lastOutcome()).isEqualTo(AuthOutcome.REFUSED);
    }

    @Test
    void a_stale_registration_is_refused_though_its_signature_verifies() throws Exception {
        String old = Instant.now().minus(1, ChronoUnit.HOURS).toString();

        HttpResponse<String> response =
                register(identity.runtimeId(), old, signatureOf(identity, identity.runtimeId() + ":" + old));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("timestamp");
    }

    @Test
    void an_assertion_for_a_task_of_another_runtime_is_refused() throws Exception {
        AgentIdentity other = issuer.issueAgentIdentity();
        String task = taskOf(other);

        assertThat(models(assertion(identity, task), issuer.workspace().accountId()))
                .isEqualTo(401);
    }

    @Test
    void an_assertion_verifies_until_its_token_is_revoked() throws Exception {
        String assertion = assertion(identity, taskOf(identity));
        assertThat(models(assertion, issuer.workspace().accountId())).isEqualTo(200);
        assertThat(lastOutcome()).isEqualTo(AuthOutcome.ASSERTION_VERIFIED);

        issuer.revoke(identity.token());

        assertThat(models(assertion, issuer.workspace().accountId())).isEqualTo(401);
    }

    @Test
    void an_assertion_for_another_workspace_is_refused() throws Exception {
        assertThat(models(assertion(identity, taskOf(identity)), "acct-other")).isEqualTo(401);
    }

    @Test
    void a_bearer_token_that_was_never_issued_is_refused() throws Exception {
        assertThat(models("Bearer at-made-up", "acct-other")).isEqualTo(401);
        assertThat(models("Bearer " + issuer.issuePersonalAccessToken(), "acct-other"))
                .isEqualTo(200);
    }

    @Test
    void a_prompt_picks_its_scenario_by_a_marker() throws Exception {
        assertThat(ask("[scenario:usage_limit] go").statusCode()).isEqualTo(429);
        assertThat(ask("[scenario:no_such] go").body()).contains("No scenario no_such");
        assertThat(ask("go").body()).contains("response.completed", "Hello from the stand-in.");
    }

    @Test
    void who_is_told_to_go_on_goes_on_with_the_scenario_that_was_begun() throws Exception {
        backend.play(ScriptedModel.choosingByMarker(
                List.of(Scenario.of(
                        "two",
                        ModelTurn.message("The first."),
                        new ModelTurn.WhereKnown("The task.", ModelTurn.message("The second.")))),
                Scenarios.hello()));

        assertThat(ask("thread", List.of("[scenario:two] The task.")).body()).contains("The first.");
        assertThat(ask("thread", List.of("[scenario:two] The task.", "Go on.")).body())
                .contains("The second.");
        assertThat(ask("other", List.of("[scenario:two]")).body()).contains("The first.");
        assertThat(ask("other", List.of("[scenario:two]", "Go on.")).body()).contains("does not hold: The task.");
    }

    @Test
    void a_refused_workspace_says_whom_to_ask() throws Exception {
        backend.refuseWorkspace();

        HttpResponse<String> response = ask("go");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Contact your ChatGPT administrator for access");
    }

    private HttpResponse<String> ask(String prompt) throws Exception {
        return ask(prompt, List.of(prompt));
    }

    private HttpResponse<String> ask(String thread, List<String> userMessages) throws Exception {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "prompt_cache_key",
                        thread,
                        "input",
                        userMessages.stream()
                                .map(text -> Map.of(
                                        "role", "user", "content", List.of(Map.of("type", "input_text", "text", text))))
                                .toList()));
        return send(HttpRequest.newBuilder(uri("/backend-api/codex/responses"))
                .header("Authorization", "Bearer " + issuer.issueApiKey())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private int models(String authorization, String account) throws Exception {
        return send(HttpRequest.newBuilder(uri("/backend-api/codex/models"))
                        .header("Authorization", authorization)
                        .header("ChatGPT-Account-ID", account))
                .statusCode();
    }

    private String taskOf(AgentIdentity holder) throws Exception {
        String at = now();
        String body = register(holder.runtimeId(), at, signatureOf(holder, holder.runtimeId() + ":" + at))
                .body();
        return JsonMapper.shared().readTree(body).path("task_id").asString();
    }

    private HttpResponse<String> register(String runtimeId, String at, String signature) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/accounts/v1/agent/" + runtimeId + "/task/register"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"timestamp\":\"%s\",\"signature\":\"%s\"}".formatted(at, signature))));
    }

    private static String assertion(AgentIdentity holder, String task) throws Exception {
        String at = now();
        String signature = signatureOf(holder, holder.runtimeId() + ":" + task + ":" + at);
        String json = "{\"agent_runtime_id\":\"%s\",\"signature\":\"%s\",\"task_id\":\"%s\",\"timestamp\":\"%s\"}"
                .formatted(holder.runtimeId(), signature, task, at);
        return "AgentAssertion "
                + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signatureOf(AgentIdentity holder, String payload) throws Exception {
        return TokenHolder.of(holder.token()).sign(payload);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private AuthOutcome lastOutcome() {
        return backend.requests().get(backend.requests().size() - 1).auth().outcome();
    }

    private URI uri(String path) {
        return URI.create(backend.connection().origin() + path);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
