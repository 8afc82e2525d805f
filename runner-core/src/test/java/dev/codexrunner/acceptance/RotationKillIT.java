package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.TlsRelay;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rotator's process is killed at each of its requests to Vault; whoever repeats the step finishes it. */
@ExtendWith(WithScene.class)
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RotationKillIT {

    /** A promotion asks for more than this; fewer would mean that the relay does not see them. */
    private static final int FEWEST_REQUESTS = 8;

    /** The campaign kills at each request, twice. */
    private static final int IN_EVERY_BUILD = 4;

    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;

    private final Scene scene;

    RotationKillIT(Scene scene) {
        this.scene = scene;
    }

    /** On which side of a request the rotator dies. */
    private enum Moment {
        BEFORE_VAULT_HAS_IT,
        BEFORE_ITS_ANSWER_ARRIVES
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "SIGKILL to the rotator's process at a request of promote, before or after Vault has it",
            promised = "live holds the old token or the verified one; a repetition finishes; siblings stay")
    void a_promotion_killed_at_any_request_is_finished_by_the_next(Seen seen) throws Exception {
        String live = scene.issuer().issueAgentIdentity().token();
        String candidate = scene.issuer().issueAgentIdentity().token();
        Rotator verified = Rotator.on(scene).withLive(live);
        verified.stage(candidate).exits(0);
        verified.step("verify").exits(0);
        List<String> requests = requestsOf(verified.copy());
        assertThat(requests).hasSizeGreaterThan(FEWEST_REQUESTS).anyMatch(request -> request.startsWith("PATCH "));

        int points = Campaign.isFull() ? 2 * requests.size() : IN_EVERY_BUILD;
        for (int point = 0; point < points; point++) {
            int step = point * 2 * requests.size() / points;
            Moment moment = Moment.values()[step % 2];
            int number = 1 + step / 2;
            Rotator rotator = verified.copy();
            promoteKilledAt(rotator, number, moment);
            String where = moment + " of " + number + ", " + requests.get(number - 1);
            assertThat(rotator.liveToken()).as(where).isIn(live, candidate);

            rotator.step("promote").exits(0);

            assertThat(rotator.liveToken()).as(where).isEqualTo(candidate);
            assertThat(rotator.live().at("/data/note").asString("")).as(where).isEqualTo("keep me");
            assertThat(rotator.liveVersion()).as(where).isEqualTo(2);
            rotator.step("status", "--json").exits(0).saying("\"phase\":\"awaiting-revocation\"");
        }
        Campaign.tried("kills of a promoting process", points, "each finished by a repetition");
        seen.exit(0);
        seen.that("the verified token is live after a repetition");
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "SIGTERM to the rotator while Vault holds back an answer",
            promised = "it ends with 143 and gives its Vault token back; live is as before")
    void a_signal_ends_a_step_and_the_vault_token_is_given_back(Seen seen) throws Exception {
        String live = scene.issuer().issueAgentIdentity().token();
        Rotator rotator = Rotator.on(scene).withLive(live);
        List<String> requests = new CopyOnWriteArrayList<>();
        CompletableFuture<Process> rotating = new CompletableFuture<>();
        try (TlsRelay relay = relay(new TlsRelay.Watcher() {
            @Override
            public void asked(int number, String request) {
                requests.add(request);
                if (request.contains("/data/")) {
                    rotating.join().destroy();
                    // Held back until the rotator has had enough of waiting.
                    rotating.join().onExit().join();
                }
            }

            @Override
            public void answered(int number, String request) {
                // Nothing to do.
            }
        })) {
            Rotator.Started started = rotator.start(relay.address(), "promote");
            rotating.complete(started.process());
            Rotator.Step step = rotator.await(started);
            seen.exit(step.exitCode());
            step.exits(TERMINATED).saying("signal 15");
        }
        assertThat(requests).last().asString().contains("/auth/token/revoke-self");
        assertThat(rotator.liveToken()).isEqualTo(live);
        seen.that("the Vault token is revoked, live is as before");
    }

    private List<String> requestsOf(Rotator rotator) throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (TlsRelay relay = relay(new TlsRelay.Watcher() {
            @Override
            public void asked(int number, String request) {
                requests.add(request);
            }

            @Override
            public void answered(int number, String request) {
                // Only counted.
            }
        })) {
            rotator.throughRelay(relay.address(), "promote").exits(0);
        }
        return requests;
    }

    private void promoteKilledAt(Rotator rotator, int fatal, Moment moment) throws Exception {
        CompletableFuture<Process> victim = new CompletableFuture<>();
        try (TlsRelay relay = relay(new TlsRelay.Watcher() {
            @Override
            public void asked(int number, String request) {
                if (number == fatal && moment == Moment.BEFORE_VAULT_HAS_IT) {
                    kill(victim);
                    throw new IllegalStateException("not forwarded: the rotator is dead");
                }
            }

            @Override
            public void answered(int number, String request) {
                if (number == fatal && moment == Moment.BEFORE_ITS_ANSWER_ARRIVES) {
                    kill(victim);
                }
            }
        })) {
            Rotator.Started started = rotator.start(relay.address(), "promote");
            victim.complete(started.process());
            assertThat(rotator.await(started).exitCode()).as("ended by SIGKILL").isEqualTo(KILLED);
        }
    }

    private TlsRelay relay(TlsRelay.Watcher watcher) {
        return TlsRelay.to(
                scene.vault().address(),
                scene.ca().issueServer().serverContext(),
                scene.ca().clientContext(),
                watcher);
    }

    private static void kill(CompletableFuture<Process> victim) {
        Process process = victim.join();
        process.destroyForcibly();
        process.onExit().join();
    }
}
