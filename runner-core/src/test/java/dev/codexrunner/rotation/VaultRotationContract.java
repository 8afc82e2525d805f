package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.codexrunner.credential.vault.VaultSession;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.pki.PrivateCa;
import dev.codexrunner.testkit.vault.VaultBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rotators over HTTP, each with a login of its own and no more rights than it needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VaultRotationContract implements RotationKillContract {

    private static final int ROTATORS = 8;
    private static final int CONFLICT = 14;

    private final AtomicInteger scenes = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<RotationServer> server = Optional.empty();
    private Optional<VaultSession> session = Optional.empty();

    /** Starts the server; empty where there can be none. */
    abstract Optional<VaultBackend> start(PrivateCa authority, Path workFolder) throws Exception;

    @BeforeAll
    void setUp(@TempDir Path folder) throws Exception {
        PrivateCa authority = PrivateCa.create();
        server = start(authority, folder).map(backend -> new RotationServer(backend, authority));
        session = server.map(started -> started.session("rotator"));
    }

    @AfterAll
    void tearDown() {
        threads.shutdownNow();
        session.ifPresent(VaultSession::close);
        server.ifPresent(RotationServer::close);
    }

    @Override
    public RotationScene scene(Optional<MetadataMode> metadata) {
        String path = "secret/ci/codex-" + scenes.incrementAndGet();
        return new RotationScene(session.orElseThrow().kv(path), path, metadata);
    }

    /** A prime, so that two modes and several programs together come by most of them. */
    @Override
    public int stride() {
        return Campaign.isFull() ? 1 : 11;
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "eight rotators at once, each with a token of its own, 10 rounds on one path",
            promised = "one promotes in each round, the others get 14")
    void of_eight_rotators_with_a_token_each_one_promotes(Seen seen) throws Exception {
        compete("eight rotators at once, each its own token", seen, (rotation, scene) -> {
            int live = scene.kv.latest(scene.paths.live()).version();
            String token = scene.world.issue();
            return () -> {
                rotation.stage(scene.staging(token, false, OptionalInt.of(live)));
                rotation.verify(new VerifyRequest(false));
                return rotation.promote(new PromoteRequest(OptionalInt.of(live)));
            };
        });
    }

    @Test
    @Fault(
            area = Area.ROTATION,
            made = "eight rotators at once promote the same verified candidate, 10 rounds on one path",
            promised = "one promotes in each round, the others get 14")
    void of_eight_rotators_with_the_same_candidate_one_promotes(Seen seen) throws Exception {
        compete("eight rotators at once, the same candidate", seen, (rotation, scene) -> {
            int live = scene.kv.latest(scene.paths.live()).version();
            if (scene.status().phase() == Phase.IDLE) {
                scene.stage(scene.world.issue());
                scene.verify();
            }
            return () -> rotation.promote(new PromoteRequest(OptionalInt.of(live)));
        });
    }

    /** What a rotator is to do in a round, prepared before all begin. */
    private interface Part {
        Callable<StepResult> of(Rotation rotation, RotationScene scene);
    }

    private void compete(String what, Seen seen, Part part) throws Exception {
        assumeThat(backend()).as("a server to rotate on").isPresent();
        RotationScene scene = scene(Optional.empty());
        scene.putLive();
        List<VaultSession> sessions = new ArrayList<>();
        List<Rotation> rotators = new ArrayList<>();
        for (int number = 0; number < ROTATORS; number++) {
            VaultSession own = server.orElseThrow().session("rotator");
            sessions.add(own);
            rotators.add(scene.rotator(own.identity() + " on ci-" + number, own.kv(scene.paths.live())));
        }
        long rounds = Campaign.size(10, 200);
        try (Consumers consumers = new Consumers(scene, server.orElseThrow().session("runner"), threads)) {
            for (long round = 0; round < rounds; round++) {
                round(scene, rotators, part);
            }
            int reads = Campaign.isFull() ? 10_000 : 1_000;
            consumers.awaitReads(reads);
            consumers.requireOnlyProven(reads);
            seen.exit(CONFLICT).that("one promoted in each round, seven got 14");
            Campaign.tried(what + ", " + backend().orElseThrow(), rounds, "one promotes, seven get 14");
            Campaign.tried(
                    "reads of the live path during " + what + ", " + backend().orElseThrow(),
                    reads,
                    "never an unverified token");
        }
        sessions.forEach(VaultSession::close);
    }

    private void round(RotationScene scene, List<Rotation> rotators, Part part) throws Exception {
        int before = scene.kv.latest(scene.paths.live()).version();
        String old = scene.liveToken();
        CyclicBarrier together = new CyclicBarrier(ROTATORS);
        List<Callable<StepResult>> parts =
                rotators.stream().map(rotation -> part.of(rotation, scene)).toList();
        List<Future<Integer>> running = new ArrayList<>();
        for (Callable<StepResult> one : parts) {
            running.add(threads.submit(() -> {
                together.await();
                return exitCode(one);
            }));
        }
        List<Integer> exitCodes = new ArrayList<>();
        for (Future<Integer> one : running) {
            exitCodes.add(one.get());
        }
        assertThat(exitCodes).filteredOn(code -> code == 0).as("winners").hasSize(1);
        assertThat(exitCodes).filteredOn(code -> code == CONFLICT).as("losers").hasSize(ROTATORS - 1);
        assertThat(scene.kv.latest(scene.paths.live()).version()).isEqualTo(before + 1);
        assertThat(scene.status().phase()).isEqualTo(Phase.AWAITING_REVOCATION);
        assertThat(scene.leftPending()).isEmpty();
        assertThat(scene.siblingsIntact()).isTrue();
        scene.world.revoke(old);
        scene.confirmRevoked();
    }

    private static int exitCode(Callable<StepResult> part) throws Exception {
        try {
            StepResult result = part.call();
            return result.repeated() ? -1 : 0;
        } catch (FailureException e) {
            return e.failure().exitCode();
        }
    }

    /** Reads the live path all the while, with a runner's login, which may read and nothing else. */
    private static final class Consumers implements AutoCloseable {
        private final RotationScene scene;
        private final VaultSession login;
        private final AtomicInteger reads = new AtomicInteger();
        private final List<String> unproven = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final Future<?> reading;
        private volatile boolean over;

        Consumers(RotationScene scene, VaultSession login, ExecutorService threads) {
            this.scene = scene;
            this.login = login;
            VersionedSecrets kv = login.kv(scene.paths.live());
            reading = threads.submit(() -> {
                while (!over) {
                    read(kv);
                }
            });
        }

        private void read(VersionedSecrets kv) {
            String token = kv.latest(scene.paths.live())
                    .fields()
                    .text(RotationScene.FIELD)
                    .orElseThrow()
                    .reveal();
            if (!scene.world.isProven(token)) {
                unproven.add(token);
            }
            synchronized (reads) {
                reads.incrementAndGet();
                reads.notifyAll();
            }
        }

        void awaitReads(int wanted) throws InterruptedException {
            synchronized (reads) {
                while (reads.get() < wanted && !reading.isDone()) {
                    reads.wait(100);
                }
            }
        }

        void requireOnlyProven(int atLeast) throws Exception {
            over = true;
            reading.get();
            assertThat(unproven).isEmpty();
            assertThat(reads.get()).isGreaterThanOrEqualTo(atLeast);
        }

        @Override
        public void close() {
            over = true;
            login.close();
        }
    }
}
