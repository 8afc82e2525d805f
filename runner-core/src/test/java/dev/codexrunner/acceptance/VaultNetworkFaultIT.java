package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.ClosedPort;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.network.LoopbackProxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way to Vault: names, ports, and proxies in between. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VaultNetworkFaultIT {

    private final Scene scene;

    VaultNetworkFaultIT(Scene scene) {
        this.scene = scene;
    }

    /** For a first answer on a machine that is busy; it also ends the tries that follow. */
    private static final String ENOUGH = "8s";

    private static final String PASSWORD = "pr0xy-passw0rd";
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString(("ann:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private RunWithoutCodex through(String proxy) throws Exception {
        return RunWithoutCodex.in(scene).env("HTTPS_PROXY", proxy).option("--vault-timeout", ENOUGH);
    }

    private RunWithoutCodex through(LoopbackProxy proxy) throws Exception {
        return through("http://127.0.0.1:" + proxy.port());
    }

    @Fault(area = Area.NETWORK, made = "a host name that nobody knows", promised = "exit 5, the name said")
    @Test
    void vaults_name_is_not_known(Seen seen) throws Exception {
        RunWithoutCodex.in(scene)
                .option("--vault-addr", "https://vault.invalid")
                .option("--vault-timeout", ENOUGH)
                .endsAs(FailureKind.CONNECTIVITY, "unknown-host", seen);
    }

    @Fault(
            area = Area.NETWORK,
            made = "a server that resets each connection in the TLS handshake",
            promised = "exit 5, within the bound")
    @Test
    void the_connection_is_reset(Seen seen) throws Exception {
        try (LoopbackListener resetting = LoopbackListener.resetting()) {
            RunWithoutCodex.in(scene)
                    .option("--vault-addr", resetting.uri("https").toString())
                    .option("--vault-timeout", ENOUGH)
                    .endsAs(FailureKind.CONNECTIVITY, "connection-lost", seen);
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a proxy that wants credentials (407), and none are set",
            promised = "exit 5, said")
    @Test
    void the_proxy_wants_credentials(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.requiring(AUTHORIZATION)) {
            FinishedRun run = through(proxy).endsAs(FailureKind.CONNECTIVITY, "proxy-authentication-required", seen);
            assertThat(run.text("/verdict/reason")).contains("127.0.0.1:" + proxy.port());
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a proxy that does not take the credentials (407)",
            promised = "exit 5, the password nowhere")
    @Test
    void the_proxy_refuses_the_credentials(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.requiring(AUTHORIZATION)) {
            through("http://ann:wr0ng-passw0rd@127.0.0.1:" + proxy.port())
                    .confidential("wr0ng-passw0rd")
                    .endsAs(FailureKind.CONNECTIVITY, "proxy-authentication-required", seen);
        }
    }

    @Fault(area = Area.NETWORK, made = "a proxy that takes the credentials", promised = "Vault is reached through it")
    @Test
    void the_proxy_takes_the_credentials(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.requiring(AUTHORIZATION)) {
            through("http://ann:" + PASSWORD + "@127.0.0.1:" + proxy.port())
                    .confidential(PASSWORD)
                    .confidential(AUTHORIZATION)
                    .option("--vault-timeout", "30s")
                    .getsAsFarAsTheField(seen);
            assertThat(proxy.requests()).isNotEmpty();
        }
    }

    @Fault(area = Area.NETWORK, made = "a proxy that forbids the target with a page (403)", promised = "exit 5, said")
    @Test
    void the_proxy_forbids_the_target(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            FinishedRun run = through(proxy).endsAs(FailureKind.CONNECTIVITY, "proxy-refused-connect", seen);
            assertThat(run.text("/verdict/reason")).contains("403");
        }
    }

    @Fault(area = Area.NETWORK, made = "a proxy that cannot reach the target (502)", promised = "exit 5, said")
    @Test
    void the_proxy_cannot_reach_the_target(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.BAD_GATEWAY)) {
            FinishedRun run = through(proxy).endsAs(FailureKind.CONNECTIVITY, "proxy-refused-connect", seen);
            assertThat(run.text("/verdict/reason")).contains("502");
        }
    }

    @Fault(
            area = Area.NETWORK,
            made = "a proxy that takes the connection and never answers",
            promised = "exit 3 within the bound, the proxy named")
    @Test
    void the_proxy_hangs(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.hanging()) {
            FinishedRun run = through(proxy)
                    .option("--vault-timeout", "2s")
                    .endsAs(FailureKind.SECRET_SOURCE, "vault-timeout", seen);
            assertThat(run.text("/verdict/reason")).contains("through the proxy 127.0.0.1:" + proxy.port());
        }
    }

    @Fault(area = Area.NETWORK, made = "a proxy that is not there", promised = "exit 5, the proxy named")
    @Test
    void the_proxy_is_not_there(Seen seen) throws Exception {
        try (ClosedPort port = ClosedPort.hold()) {
            FinishedRun run = through("http://127.0.0.1:" + port.number())
                    .endsAs(FailureKind.CONNECTIVITY, "proxy-unreachable", seen);
            assertThat(run.text("/verdict/reason")).contains("127.0.0.1:" + port.number());
        }
    }

    @Fault(area = Area.NETWORK, made = "a proxy whose name nobody knows", promised = "exit 5, the proxy named")
    @Test
    void the_proxys_name_is_not_known(Seen seen) throws Exception {
        through("http://proxy.invalid:3128").endsAs(FailureKind.CONNECTIVITY, "proxy-unknown-host", seen);
    }

    @Fault(
            area = Area.NETWORK,
            made = "a proxy that forbids everything, and Vault in NO_PROXY",
            promised = "Vault is reached directly")
    @Test
    void vault_stands_in_no_proxy(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            through(proxy)
                    .env("NO_PROXY", "127.0.0.0/8")
                    .option("--vault-timeout", "30s")
                    .getsAsFarAsTheField(seen);
            assertThat(proxy.requests()).isEmpty();
            seen.that("the proxy was not asked");
        }
    }
}
