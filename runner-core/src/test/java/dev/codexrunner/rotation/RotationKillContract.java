package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills a rotator before and after each of its requests; another one repeats the step that was killed, and goes on. */
interface RotationKillContract {

    /** A fresh scene on this backend. */
    RotationScene scene(Optional<MetadataMode> metadata);

    /** Every so many kill points are tried; over HTTP in every build only some, in the campaign all. */
    default int stride() {
        return 1;
    }

    /** How the backend is called in what is recorded; empty where a kill test can't be made here. */
    Optional<String> backend();

    @ParameterizedTest
    @EnumSource
    @Fault(
            area = Area.ROTATION,
            made = "the rotator killed before and after each of its requests to Vault, one after the other",
            promised =
                    "repeated by another rotator it finishes; live always verified, siblings intact, nothing pending")
    default void a_rotator_killed_between_any_two_requests_is_finished_by_the_next(
            RotationPrograms program, Seen seen) {
        assumeThat(backend()).as("a server to rotate on").isPresent();
        int points = 0;
        for (Optional<MetadataMode> metadata :
                List.of(Optional.of(MetadataMode.CUSTOM), Optional.of(MetadataMode.FIELDS))) {
            int requests = killedAt(program, metadata, KillPoint.NEVER, false);
            for (int at = 1; at <= requests; at += stride()) {
                assertThat(killedAt(program, metadata, at, false)).isEqualTo(at);
                assertThat(killedAt(program, metadata, at, true)).isEqualTo(at);
                points += 2;
            }
        }
        assertThat(points).isGreaterThan(80 / stride());
        seen.exit(0).that(points + " kill points, all finished by the next rotator");
        Campaign.tried(
                "rotator killed at a request, " + backend().orElseThrow() + ", "
                        + program.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                points,
                "live always verified, all finished");
    }

    /** @return how many requests it made until it was killed or had finished */
    private int killedAt(RotationPrograms program, Optional<MetadataMode> metadata, int at, boolean afterIt) {
        KillPoint kill = new KillPoint(at, afterIt);
        killed(program, metadata, List.of(kill));
        return kill.requests();
    }

    /** One rotator after the other goes on where the one before was killed; the last lives. */
    default void killed(RotationPrograms program, Optional<MetadataMode> metadata, List<KillPoint> kills) {
        RotationScene scene = scene(metadata);
        RotationPrograms.Programme programme = program.on(scene);
        List<Consumer<Rotation>> left = new ArrayList<>(programme.commands);
        StringBuilder where = new StringBuilder("killed");
        for (int number = 0; number < kills.size(); number++) {
            String by = "approle-rotator on ci-" + number;
            try {
                goOn(left, scene.rotator(by, new WatchedSecrets(scene.kv, kills.get(number))));
            } catch (Killed killed) {
                where.append(' ').append(killed.getMessage()).append(',');
            }
        }
        goOn(left, scene.rotator("approle-rotator on ci-9", scene.kv));
        requireFinished(program, programme, where.toString());
    }

    private static void goOn(List<Consumer<Rotation>> left, Rotation rotator) {
        while (!left.isEmpty()) {
            left.get(0).accept(rotator);
            left.remove(0);
        }
    }

    private static void requireFinished(RotationPrograms program, RotationPrograms.Programme programme, String where) {
        RotationScene scene = programme.scene;
        RotationStatus status = scene.status();
        assertThat(scene.liveToken()).as(where).isEqualTo(program.liveAtTheEnd(programme));
        assertThat(status.phase()).as(where).isEqualTo(program.phaseAtTheEnd());
        assertThat(status.livePath().asRecorded()).as(where).isTrue();
        assertThat(KillPoint.unprovenLiveTokens(scene)).as(where).isEmpty();
        assertThat(scene.leftPending()).as(where + ": left at the pending path").isEmpty();
        if (program.liveBefore) {
            assertThat(scene.siblingsIntact()).as(where).isTrue();
        }
        List<StepOutcome> once = new ArrayList<>();
        scene.outcomes().stream()
                .filter(outcome ->
                        once.isEmpty() || once.get(once.size() - 1) != outcome || isStagedTwice(program, once))
                .forEach(once::add);
        assertThat(once).as(where + ": timeline").containsSubsequence(program.outcomes);
    }

    private static boolean isStagedTwice(RotationPrograms program, List<StepOutcome> once) {
        return program == RotationPrograms.WITHDRAWN && once.size() == 1;
    }
}
