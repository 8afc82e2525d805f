package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Campaign;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On an engine in memory. */
class RotationKillTest implements RotationKillContract {

    /** No program needs more requests than this to be finished after a kill. */
    private static final int MOST_REQUESTS = 80;

    @Override
    public RotationScene scene(Optional<MetadataMode> metadata) {
        return new RotationScene(new KvInMemory(new TickingClock(), true), "secret/ci/codex", metadata);
    }

    @Override
    public Optional<String> backend() {
        return Optional.of("in memory");
    }

    @ParameterizedTest
    @EnumSource
    @Fault(
            area = Area.ROTATION,
            made =
                    "the rotator killed at each of its requests, and the one that repeats the step killed at each of its own",
            promised = "a third finishes; live always verified, siblings intact, nothing pending")
    void a_rotator_killed_while_it_finishes_what_a_killed_one_left_is_finished_by_a_third(
            RotationPrograms program, Seen seen) {
        int pairs = 0;
        int stride = Campaign.isFull() ? 1 : 7;
        for (MetadataMode mode : MetadataMode.values()) {
            KillPoint none = new KillPoint(KillPoint.NEVER, false);
            killed(program, Optional.of(mode), List.of(none));
            for (int first = 1; first <= none.requests(); first++) {
                for (int second = 1 + first % stride; second <= MOST_REQUESTS; second += stride) {
                    KillPoint again = new KillPoint(second, true);
                    killed(program, Optional.of(mode), List.of(new KillPoint(first, true), again));
                    if (again.requests() < second) {
                        break;
                    }
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(20);
        seen.exit(0).that("every pair of kills finished by the third rotator");
        Campaign.tried(
                "rotators killed twice in a row, "
                        + program.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                pairs,
                "live always verified, all finished");
    }
}
