package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.secret.Secret;
import dev.codexrunner.transport.TransportFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Rotators that stage, verify, promote, roll back and confirm whatever they like, request by request in an order that a
 * seed decides; some are killed, some get no answer to a write.
 */
class InterleavedRotatorsTest {

    private static final long SEED = 20261121;
    private static final Set<FailureKind> REFUSALS = EnumSet.of(
            FailureKind.ROTATION_CONFLICT, FailureKind.CONFIG, FailureKind.CREDENTIAL, FailureKind.CONNECTIVITY);
    private static final Failure NO_ANSWER = TransportFailure.RESPONSE_TIMEOUT.with("vault:8200");

    @Test
    void rotators_interleaved_killed_and_left_without_answers_never_corrupt_the_state() throws Exception {
        long rounds = Campaign.size(1_000, 50_000);
        ExecutorService threads = Executors.newCachedThreadPool();
        int switches = 0;
        try {
            for (long round = 0; round < rounds; round++) {
                switches += round(SEED + round, threads);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(switches).as("tokens that went live").isGreaterThan((int) rounds / 4);
        Campaign.tried(
                "rotators interleaved request by request, some killed, some answers lost",
                rounds,
                SEED,
                "live always verified, each change of it in the journal once");
    }

    private static int round(long seed, ExecutorService threads) throws Exception {
        Random random = new Random(seed);
        RotationScene scene = RotationScene.inMemory(random.nextBoolean());
        String first = scene.putLive();
        Turns turns = new Turns();
        int rotators = 2 + random.nextInt(3);
        for (int number = 0; number < rotators; number++) {
            Random own = new Random(random.nextLong());
            String by = "rotator-" + number;
            turns.add(myTurn -> {
                try {
                    live(scene.rotator(by, new WatchedSecrets(scene.kv, new Fate(own, myTurn))), scene, own);
                } catch (Killed killed) {
                    // Another one goes on.
                }
            });
        }
        turns.play(random, threads);
        return requireSound(scene, first, "seed " + seed);
    }

    private static void live(Rotation rotation, RotationScene scene, Random random) {
        for (int step = 0; step < 8; step++) {
            try {
                OptionalInt expected = random.nextInt(4) == 0
                        ? OptionalInt.of(scene.kv.latest(scene.paths.live()).version())
                        : OptionalInt.empty();
                switch (random.nextInt(9)) {
                    case 0, 1 -> rotation.stage(scene.staging(scene.world.issue(), random.nextBoolean(), expected));
                    case 2, 3 -> rotation.verify(new VerifyRequest(false));
                    case 4, 5, 6 -> rotation.promote(new PromoteRequest(expected));
                    case 7 -> rotation.rollback(new RollbackRequest(expected));
                    default -> {
                        revokePrevious(scene);
                        rotation.confirmRevoked(new ConfirmRevokedRequest(false));
                    }
                }
            } catch (FailureException e) {
                assertThat(REFUSALS).as(e.getMessage()).contains(e.failure().kind());
            }
        }
    }

    /** A person revokes what the status asks for. */
    private static void revokePrevious(RotationScene scene) {
        RotationStatus status = scene.status();
        status.previous()
                .filter(previous -> status.phase() == Phase.AWAITING_REVOCATION)
                .flatMap(previous -> scene.kv
                        .version(scene.paths.live(), previous.version())
                        .fields()
                        .text(RotationScene.FIELD))
                .map(Secret::reveal)
                .filter(token -> !token.equals(scene.liveToken()))
                .ifPresent(scene.world::revoke);
    }

    /** @return how many tokens went live */
    private static int requireSound(RotationScene scene, String first, String seed) {
        scene.world.mend();
        assertThat(KillPoint.unprovenLiveTokens(scene)).as(seed).isEmpty();
        assertThat(scene.siblingsIntact()).as(seed).isTrue();
        try {
            scene.confirmRevoked();
        } catch (FailureException settledAndRefused) {
            // What was open is finished by any step.
        }
        RotationStatus status = scene.status();
        assertThat(status.phase().transitional()).as(seed).isFalse();
        assertThat(status.livePath().asRecorded()).as(seed).isTrue();
        assertThat(status.livePath().state()).as(seed).isEqualTo(SecretVersion.State.PRESENT);
        List<StepLine> switches = status.timeline().stream()
                .filter(line -> line.outcome() == StepOutcome.PROMOTED || line.outcome() == StepOutcome.ROLLED_BACK)
                .toList();
        assertThat(switches)
                .as(seed + ": each token that went live has its line, once")
                .extracting(line -> line.version().getAsInt())
                .containsExactlyElementsOf(versions(scene, true));
        assertThat(status.timeline())
                .filteredOn(line -> line.outcome() == StepOutcome.ABANDONED)
                .as(seed + ": each fence that keeps a promotion from the live path has its line, once")
                .flatExtracting(line -> line.version().stream().boxed().toList())
                .containsExactlyElementsOf(versions(scene, false));
        assertThat(first).isNotEqualTo("");
        requireNothingPendingAfterTheNext(scene, status, seed);
        return switches.size();
    }

    /** The versions that hold another token than the one before; or those that hold the same. */
    private static List<Integer> versions(RotationScene scene, boolean another) {
        return IntStream.rangeClosed(2, scene.kv.latest(scene.paths.live()).version())
                .filter(version -> another != token(scene, version - 1).equals(token(scene, version)))
                .boxed()
                .toList();
    }

    /** Of any version, destroyed or not. */
    private static String token(RotationScene scene, int version) {
        return ((KvInMemory) scene.kv)
                .everWritten(scene.paths.live(), version)
                .text(RotationScene.FIELD)
                .map(Secret::reveal)
                .orElse("none");
    }

    private static void requireNothingPendingAfterTheNext(RotationScene scene, RotationStatus status, String seed) {
        if (status.phase() != Phase.AWAITING_REVOCATION) {
            scene.rotator().stage(scene.staging(scene.world.issue(), true, OptionalInt.empty()));
            scene.rollback();
            assertThat(scene.leftPending()).as(seed).isEmpty();
        }
    }

    /** What happens to a rotator's requests. */
    private record Fate(Random random, Runnable myTurn) implements WatchedSecrets.Watch {

        @Override
        public void before(String request) {
            myTurn.run();
            dieSometimes("before " + request);
        }

        @Override
        public void after(String request) {
            dieSometimes("after " + request);
        }

        private void dieSometimes(String where) {
            if (random.nextInt(150) == 0) {
                throw new Killed(where);
            }
        }

        @Override
        public WriteResult write(Supplier<WriteResult> write) {
            return switch (random.nextInt(20)) {
                case 0 -> {
                    assertThat(write.get()).isNotNull();
                    yield new WriteResult.Unknown(NO_ANSWER);
                }
                case 1 -> new WriteResult.Unknown(NO_ANSWER);
                default -> write.get();
            };
        }
    }
}
