package dev.codexrunner.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.config.TokenKind;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.testkit.backend.TokenFlaw;
import dev.codexrunner.testkit.backend.TokenIssuer;
import dev.codexrunner.testkit.backend.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TokenInspectorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Shared, since each makes two RSA keys. */
    private static final TokenIssuer ISSUER = new TokenIssuer(CLOCK, Workspace.EXAMPLE);

    @Test
    void an_agent_identity_passes_and_tells_its_end() {
        AccessToken token =
                inspect(ISSUER.issueAgentIdentity(Duration.ofDays(3)).token());
        assertThat(token.kind()).isEqualTo(CredentialKind.AGENT_IDENTITY);
        assertThat(token.expiresAt()).contains(NOW.plus(Duration.ofDays(3)));
        assertThat(token.warnings()).isEmpty();
    }

    @Test
    void a_personal_access_token_passes_without_an_end() {
        AccessToken token = inspect(ISSUER.issuePersonalAccessToken());
        assertThat(token.kind()).isEqualTo(CredentialKind.PERSONAL_ACCESS_TOKEN);
        assertThat(token.expiresAt()).isEmpty();
    }

    @Test
    void an_api_key_passes_only_where_one_is_asked_for() {
        String key = ISSUER.issueApiKey();
        assertThat(inspect(key, TokenKind.API_KEY).kind()).isEqualTo(CredentialKind.API_KEY);
        assertThat(refused(TokenFailure.TOKEN_IS_API_KEY, key).fix()).contains("--token-kind api-key");
    }

    @Test
    void an_access_token_is_refused_where_an_api_key_is_asked_for() {
        assertThat(refused(TokenFailure.TOKEN_IS_NOT_API_KEY, ISSUER.issuePersonalAccessToken(), TokenKind.API_KEY)
                        .what())
                .contains("personal access token");
        assertThat(refused(
                                TokenFailure.TOKEN_IS_NOT_API_KEY,
                                ISSUER.issueAgentIdentity().token(),
                                TokenKind.API_KEY)
                        .what())
                .contains("a JWT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " ", "\n\n"})
    void what_stands_at_the_end_is_dropped_and_said(String tail) {
        String value = ISSUER.issuePersonalAccessToken();
        AccessToken token = inspect(value + tail);
        assertThat(token.value().reveal()).isEqualTo(value);
        assertThat(token.warnings())
                .singleElement()
                .asString()
                .contains("dropped")
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s", "\n%s", "\t%s", "%.10s %1$s", "%.10s\n%1$s", "%.10s\u00a0%1$s"})
    void blanks_before_or_inside_are_refused(String template) {
        refused(TokenFailure.TOKEN_HAS_WHITESPACE, String.format(template, ISSUER.issuePersonalAccessToken()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at-abcdefghijklmnopqrst\u0000",
                "at-abcdefghijklmnopq\u00fc\u00fc",
                "\uFEFFat-abcdefghijklmnopqrst"
            })
    void characters_that_no_token_has_are_refused(String value) {
        refused(TokenFailure.TOKEN_HAS_CONTROL_CHARACTERS, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"at-abcdefghijklmnopqrstuv\"",
                "'at-abcdefghijklmnopqrstuv'",
                "at-abcdefghijklmnopqrstuv\"",
                "\u201Cat-abc\u201D"
            })
    void quotation_marks_are_named(String value) {
        refused(TokenFailure.TOKEN_IS_QUOTED, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${CODEX_ACCESS_TOKEN}",
                "$CODEX_ACCESS_TOKEN",
                "${{ secrets.CODEX_ACCESS_TOKEN }}",
                "$(cat token)",
                "%CODEX_ACCESS_TOKEN%",
                "{{ token }}",
                "<your token>",
                "changeme",
                "CHANGEME",
                "***",
                "****",
                "at-...",
                "at-xxxxxxxxxxxxxxxxxxxx",
                "sk-****",
                "[REDACTED]",
                "null",
                "undefined",
                "your-token-here"
            })
    void placeholders_are_named(String value) {
        refused(TokenFailure.TOKEN_IS_PLACEHOLDER, value);
        refused(TokenFailure.TOKEN_IS_PLACEHOLDER, value + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void nothing_is_named(String value) {
        refused(TokenFailure.TOKEN_EMPTY, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer at-abcdefghijklmnopqrst", "Authorization: Bearer at-abcdefghijklmno",
                "CODEX_ACCESS_TOKEN=at-abcdefghijklmnop", "export CODEX_ACCESS_TOKEN=at-abcdefghijklmnop"
            })
    void a_header_or_an_assignment_is_named(String value) {
        refused(TokenFailure.TOKEN_HAS_SCHEME, value);
    }

    @Test
    void the_whole_auth_json_is_named() {
        refused(
                TokenFailure.TOKEN_IS_AUTH_JSON,
                "{\n  \"OPENAI_API_KEY\": null, \"tokens\": {\"access_token\": \"x\"}\n}");
    }

    @Test
    void a_pem_block_is_named() {
        refused(TokenFailure.TOKEN_IS_PRIVATE_KEY, "-----BEGIN " + "PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
    }

    @Test
    void tokens_of_other_doors_are_named() {
        String filling = "Abcd1234".repeat(5);
        refused(TokenFailure.TOKEN_IS_VAULT_TOKEN, "hvs." + filling);
        refused(TokenFailure.TOKEN_IS_VAULT_TOKEN, "hvb." + filling);
        refused(TokenFailure.TOKEN_IS_VAULT_TOKEN, "s." + filling.substring(0, 24));
        refused(TokenFailure.TOKEN_IS_GITHUB_TOKEN, "ghp_" + filling);
        refused(TokenFailure.TOKEN_IS_GITHUB_TOKEN, "github_pat_" + filling);
        refused(TokenFailure.TOKEN_IS_REFRESH_TOKEN, "rt_" + filling);
        refused(TokenFailure.TOKEN_IS_BROWSER_SESSION, "sess-" + filling);
        refused(TokenFailure.TOKEN_UNKNOWN_SHAPE, filling);
    }

    @Test
    void a_browser_session_is_named() {
        String jwe = base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..aXY.Y2lwaGVy.dGFn";
        refused(TokenFailure.TOKEN_IS_BROWSER_SESSION, jwe);
        refused(TokenFailure.TOKEN_IS_BROWSER_SESSION, "__Secure-next-auth.session-token=" + jwe);
    }

    @Test
    void tokens_of_a_persons_login_are_named() {
        String access = jwt(header(), Map.of("aud", new String[] {"https://api.openai.com/v1"}, "exp", 1));
        assertThat(refused(TokenFailure.TOKEN_IS_CHATGPT_LOGIN, access).what()).contains("access token");
        String id = jwt(header(), Map.of("aud", "app_client", "https://api.openai.com/auth", Map.of("x", "y")));
        assertThat(refused(TokenFailure.TOKEN_IS_CHATGPT_LOGIN, id).what()).contains("ID token");
    }

    @Test
    void a_jwt_of_something_else_is_named() {
        assertThat(refused(TokenFailure.JWT_NOT_AGENT_IDENTITY, jwt(header(), Map.of("sub", "system:serviceaccount")))
                        .why())
                .contains("agent_runtime_id");
        refused(
                TokenFailure.JWT_NOT_AGENT_IDENTITY,
                ISSUER.issueFlawed(TokenFlaw.MISSING_RUNTIME_ID).token());
        refused(TokenFailure.JWT_NOT_AGENT_IDENTITY, jwt(header(), without("agent_private_key")));
        refused(TokenFailure.JWT_NOT_AGENT_IDENTITY, jwt(header(), without("exp")));
        refused(TokenFailure.JWT_NOT_AGENT_IDENTITY, jwt(header(), with("exp", "tomorrow")));
    }

    @Test
    void a_jwt_that_is_signed_otherwise_is_named() {
        refused(TokenFailure.JWT_WRONG_ALGORITHM, jwt(Map.of("alg", "none", "kid", "k"), claims()));
        refused(TokenFailure.JWT_WRONG_ALGORITHM, jwt(Map.of("alg", "HS256", "kid", "k"), claims()));
        assertThat(refused(
                                TokenFailure.JWT_WRONG_ALGORITHM,
                                ISSUER.issueFlawed(TokenFlaw.NO_KEY_ID).token())
                        .why())
                .contains("kid");
    }

    @Test
    void a_jwt_of_another_issuer_or_for_another_audience_is_named() {
        assertThat(refused(
                                TokenFailure.JWT_WRONG_ISSUER,
                                ISSUER.issueFlawed(TokenFlaw.WRONG_ISSUER).token())
                        .why())
                .contains("iss");
        assertThat(refused(
                                TokenFailure.JWT_WRONG_ISSUER,
                                ISSUER.issueFlawed(TokenFlaw.WRONG_AUDIENCE).token())
                        .why())
                .contains("aud");
    }

    @Test
    void an_expired_one_says_when() {
        assertThat(refused(
                                TokenFailure.JWT_EXPIRED,
                                ISSUER.issueFlawed(TokenFlaw.EXPIRED).token())
                        .what())
                .contains("expired on 2026-11-21T11:00:00Z");
    }

    @Test
    void clocks_may_be_a_minute_apart_and_no_more() {
        assertThat(inspect(jwt(header(), with("exp", NOW.getEpochSecond() - 60)))
                        .kind())
                .isEqualTo(CredentialKind.AGENT_IDENTITY);
        refused(TokenFailure.JWT_EXPIRED, jwt(header(), with("exp", NOW.getEpochSecond() - 61)));
        for (String claim : new String[] {"nbf", "iat"}) {
            assertThat(inspect(jwt(header(), with(claim, NOW.getEpochSecond() + 60)))
                            .kind())
                    .isEqualTo(CredentialKind.AGENT_IDENTITY);
            refused(TokenFailure.JWT_NOT_YET_VALID, jwt(header(), with(claim, NOW.getEpochSecond() + 61)));
        }
    }

    @Test
    void an_end_beyond_all_calendars_is_no_crash() {
        refused(TokenFailure.JWT_UNREADABLE, jwt(header(), with("exp", Long.MAX_VALUE)));
    }

    @Test
    void a_damaged_jwt_is_named() {
        String good = ISSUER.issueAgentIdentity().token();
        refused(TokenFailure.JWT_UNREADABLE, good.substring(0, good.indexOf('.')));
        refused(TokenFailure.JWT_UNREADABLE, good.substring(0, good.lastIndexOf('.')));
        refused(TokenFailure.JWT_UNREADABLE, good.substring(0, good.lastIndexOf('.') + 1));
        refused(TokenFailure.JWT_UNREADABLE, good.replaceFirst("\\.", ".!"));
        refused(TokenFailure.JWT_UNREADABLE, base64("[1]") + "." + base64("[2]") + ".c2ln");
        refused(TokenFailure.JWT_UNREADABLE, base64("{\"alg\"") + "." + base64("{}") + ".c2ln");
    }

    @Test
    void a_token_that_is_too_short_is_named() {
        refused(TokenFailure.TOKEN_TOO_SHORT, "at-abc");
        refused(TokenFailure.TOKEN_TOO_SHORT, "sk-abc", TokenKind.API_KEY);
    }

    private static Map<String, Object> header() {
        return Map.of("alg", "RS256", "kid", "k");
    }

    private static Map<String, Object> claims() {
        return new TreeMap<>(Map.of(
                "iss", "https://chatgpt.com/codex-backend/agent-identity",
                "aud", "codex-app-server",
                "exp", NOW.getEpochSecond() + 3600,
                "agent_runtime_id", "r",
                "agent_private_key", "k",
                "account_id", "a"));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> claims = claims();
        claims.remove(name);
        return claims;
    }

    private static String jwt(Map<String, Object> header, Map<String, Object> claims) {
        JsonMapper json = JsonMapper.shared();
        return base64(json.writeValueAsString(header)) + "." + base64(json.writeValueAsString(claims))
                + ".c2lnbmF0dXJl";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AccessToken inspect(String value) {
        return inspect(value, TokenKind.ACCESS_TOKEN);
    }

    private static AccessToken inspect(String value, TokenKind expected) {
        return TokenInspector.inspect(Secret.of("access-token", value), expected, CLOCK);
    }

    private static Failure refused(TokenFailure expected, String value) {
        return refused(expected, value, TokenKind.ACCESS_TOKEN);
    }

    private static Failure refused(TokenFailure expected, String value, TokenKind kind) {
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> inspect(value, kind));
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.failure().code()).isEqualTo(expected.code());
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.CREDENTIAL);
        if (value.strip().length() > 20) {
            assertThat(thrown.failure().toString()).doesNotContain(value.strip());
        }
        return thrown.failure();
    }
}
