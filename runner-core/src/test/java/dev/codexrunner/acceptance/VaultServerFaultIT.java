package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.vault.VaultFault;
import dev.codexrunner.testkit.vault.VaultStandIn;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Vault server that misbehaves, whether at the login or when the token of that login already lives. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultServerFaultIT {

    private static final int ALWAYS = 1000;
    private static final String LOGIN = "POST auth/approle/login";
    /** What a lost login asks, to learn why; it may be asked any number of times. */
    private static final String WHY = "GET sys/seal-status";

    private static final String READ = "GET secret/data/ci/codex";
    private static final String REVOKE = "POST auth/token/revoke-self";

    private final Scene scene;
    private final TestVault vault;

    VaultServerFaultIT(Scene scene) {
        this.scene = scene;
        this.vault = TestVault.startStandIn(scene.ca());
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Fault(
            area = Area.VAULT,
            made = "the stand-in answers every read so, after a login that went well",
            promised = "the failure's own name, our Vault token revoked, codex never started")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sealed, SEALED, SECRET_SOURCE, vault-sealed",
        "412 for ever, REPLICA_LAG, SECRET_SOURCE, vault-replica-lag",
        "429 that asks to wait for a day, RATE_LIMITED_FOR_A_DAY, SECRET_SOURCE, vault-rate-limited",
        "500 for ever, SERVER_ERROR, SECRET_SOURCE, vault-server-error",
        "a web page with 200, HTML_200, CONNECTIVITY, vault-html",
        "200 without a body, EMPTY, SECRET_SOURCE, vault-answer-not-json",
        "JSON of another shape, OTHER_JSON, SECRET_SOURCE, vault-secret-malformed",
        "a body without an end, ENDLESS, SECRET_SOURCE, vault-answer-too-large",
        "a body shorter than announced, CUT_SHORT, CONNECTIVITY, connection-lost",
        "one byte a second, DRIPPING, SECRET_SOURCE, vault-timeout"
    })
    void vault_fails_at_the_read(String what, VaultFault fault, FailureKind kind, String code, Seen seen)
            throws Exception {
        // Only one of them is meant to need the bound; the others have the time that a busy machine takes.
        RunWithoutCodex run =
                RunWithoutCodex.at(scene, vault).option("--vault-timeout", fault == VaultFault.DRIPPING ? "3s" : "10s");
        vault.standIn().fail(fault, ALWAYS, "secret/");
        run.endsAs(kind, code, seen);
        assertThat(vault.livingTokens()).isZero();
        seen.that("our Vault token is revoked");
    }

    @Fault(
            area = Area.VAULT,
            made = "the stand-in answers the login so",
            promised = "the failure's own name, one login only where it may have been carried out, no secret shown")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a login portal's page with 200, HTML_200, CONNECTIVITY, vault-html",
        "JSON of another shape, OTHER_JSON, SECRET_SOURCE, vault-login-without-token",
        "a token with a line break in it, BROKEN_TOKEN, SECRET_SOURCE, vault-login-token-malformed",
        "a demand for a second factor, MFA_DEMAND, SECRET_SOURCE, vault-mfa-required",
        "a connection closed without an answer, RESET, CONNECTIVITY, connection-lost"
    })
    void vault_fails_at_the_login(String what, VaultFault fault, FailureKind kind, String code, Seen seen)
            throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault).option("--vault-timeout", "20s");
        vault.standIn().forgetCalls();
        vault.standIn().fail(fault, ALWAYS, "auth/approle/login");
        run.endsAs(kind, code, seen);
        assertThat(vault.standIn().lines().stream().filter(line -> !line.equals(WHY)))
                .containsExactly(LOGIN);
        seen.that("one login");
    }

    @Fault(
            area = Area.VAULT,
            made = "the stand-in answers the first login and the first read so",
            promised = "waited out, with Retry-After obeyed")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "412, REPLICA_LAG",
        "429 with Retry-After as a date, RATE_LIMITED_UNTIL",
        "429 with Retry-After in seconds, RATE_LIMITED",
        "502 of a load balancer, BAD_GATEWAY"
    })
    void a_burst_that_passes(String what, VaultFault fault, Seen seen) throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault);
        vault.standIn().forgetCalls();
        vault.standIn().fail(fault, 1, "auth/approle/login");
        vault.standIn().fail(fault, 1, "secret/");
        run.getsAsFarAsTheField(seen);
        assertThat(vault.standIn().lines()).containsSubsequence(LOGIN, LOGIN, READ, READ, REVOKE);
    }

    @Fault(
            area = Area.VAULT,
            made = "the preflight question for the mount (sys/internal/ui/mounts) is denied",
            promised = "the mount is taken from the path's first part, and the secret read")
    @Test
    void the_preflight_is_denied(Seen seen) throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault);
        vault.standIn().fail(VaultFault.DENIED, ALWAYS, "sys/internal/ui/mounts");
        run.getsAsFarAsTheField(seen);
    }

    @Fault(
            area = Area.VAULT,
            made = "a standby answers each request with 307 to the active node, the same host",
            promised = "followed, with the token, for login, read and revocation")
    @Test
    void a_standby_redirects_to_the_active_node(Seen seen) throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault);
        try (VaultStandIn standby = VaultStandIn.start(scene.ca())) {
            standby.standBy(vault.address());
            run.option("--vault-addr", standby.address().toString()).getsAsFarAsTheField(seen);
            assertThat(standby.lines()).endsWith(READ, REVOKE);
        }
    }

    @Fault(
            area = Area.VAULT,
            made = "307 to a host of another domain",
            promised = "not followed: neither login nor token goes there")
    @Test
    void a_redirect_leads_to_a_host_that_nobody_configured(Seen seen) throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault);
        vault.standIn().fail(VaultFault.STANDBY_REDIRECT, ALWAYS, "auth/approle/login");
        FinishedRun finished = run.endsAs(FailureKind.SECRET_SOURCE, "vault-standby-redirect", seen);
        assertThat(finished.text("/verdict/reason")).contains("active.example.com");
    }

    @Fault(
            area = Area.VAULT,
            made = "307 to plain http on the same host, where somebody listens",
            promised = "not followed: nothing is sent in the clear")
    @Test
    void a_redirect_leads_away_from_tls(Seen seen) throws Exception {
        RunWithoutCodex run = RunWithoutCodex.at(scene, vault);
        AtomicInteger connections = new AtomicInteger();
        try (LoopbackListener listener = LoopbackListener.with(client -> connections.incrementAndGet())) {
            vault.standIn().standBy(URI.create("http://127.0.0.1:" + listener.port()));
            run.endsAs(FailureKind.SECRET_SOURCE, "vault-standby-redirect", seen);
        }
        assertThat(connections).hasValue(0);
        seen.that("no connection to it");
    }
}
