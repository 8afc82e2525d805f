package dev.codexrunner.acceptance;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.ClosedPort;
import dev.codexrunner.testkit.network.LoopbackProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way from codex to its backend: proxies, and a backend that is down. Vault is reached directly. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodexNetworkFaultIT {

    private final Scene scene;

    CodexNetworkFaultIT(Scene scene) {
        this.scene = scene;
    }

    /** Vault as localhost, which no proxy is asked for; the backend as 127.0.0.1, which it is. */
    private FinishedRun finish(RunnerProcess runner) throws Exception {
        return runner.option(
                        "--vault-addr",
                        "https://localhost:" + scene.vault().address().getPort())
                .env("NO_PROXY", "localhost")
                .finish();
    }

    private FinishedRun endsAs(RunnerProcess runner, FailureKind kind, String code, Seen seen) throws Exception {
        Leftovers leftovers = Leftovers.before(scene, runner);
        FinishedRun run = finish(runner);
        judge(run, leftovers, kind, code, seen);
        return run;
    }

    private static void judge(FinishedRun run, Leftovers leftovers, FailureKind kind, String code, Seen seen)
            throws Exception {
        seen.exit(run.exitCode());
        run.failsAs(kind, code);
        seen.that(code);
        leftovers.noneAfter(run, seen);
    }

    private RunnerProcess through(LoopbackProxy proxy) throws Exception {
        return scene.run().env("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());
    }

    @Fault(
            area = Area.CODEX,
            made = "codex's proxy wants credentials (407)",
            promised = "exit 5, found out before a turn")
    @Test
    void the_proxy_wants_credentials(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.WANTS_CREDENTIALS)) {
            endsAs(through(proxy), FailureKind.CONNECTIVITY, "login-service-unreachable", seen);
        }
    }

    @Fault(
            area = Area.CODEX,
            made = "codex's proxy forbids the backend with a page (403)",
            promised = "exit 5, found out before a turn")
    @Test
    void the_proxy_forbids_the_backend(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.answering(LoopbackProxy.FORBIDDEN_PAGE)) {
            endsAs(through(proxy), FailureKind.CONNECTIVITY, "login-service-unreachable", seen);
        }
    }

    @Fault(
            area = Area.CODEX,
            made = "codex's proxy takes the connection and never answers",
            promised = "ended by --timeout: exit 11")
    @Test
    void the_proxy_hangs(Seen seen) throws Exception {
        try (LoopbackProxy proxy = LoopbackProxy.hanging()) {
            RunnerProcess runner = through(proxy);
            Leftovers leftovers = Leftovers.before(scene, runner);
            FinishedRun run = MoreTime.until(
                    MoreTime::codexStarted, 4, seconds -> finish(runner.option("--timeout", seconds + "s")));
            judge(run, leftovers, FailureKind.TIMEOUT, "overall-timeout", seen);
        }
    }

    @Fault(
            area = Area.CODEX,
            made = "the login is accepted, and nobody listens where the model is asked",
            promised = "exit 5 with codex's words")
    @Test
    void the_backend_is_down(Seen seen) throws Exception {
        try (ClosedPort port = ClosedPort.hold()) {
            RunnerProcess runner = scene.run()
                    .with("-c", "model_providers.standin.base_url=\"https://127.0.0.1:" + port.number() + "/codex\"");
            endsAs(runner, FailureKind.CONNECTIVITY, "codex-connection-failed", seen);
        }
    }
}
