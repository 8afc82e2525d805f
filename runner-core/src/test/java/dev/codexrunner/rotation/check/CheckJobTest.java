package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.failure.ExitCodePrecedence;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.rotation.RotationPaths;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many paths: side by side, in time, and none hiding another. */
class CheckJobTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final CheckScene at = new CheckScene();

    @Test
    void one_broken_path_hides_nothing_about_the_others() throws Exception {
        List<RotationPaths> many = IntStream.range(0, 20)
                .mapToObj(i -> new RotationPaths("secret/ci/" + i, "access_token"))
                .toList();
        List<PathReport> reports = at.job().examine(many, LONG, LONG, one -> {
            if (one.live().endsWith("/3")) {
                throw new IllegalStateException("a bug");
            }
            if (one.live().endsWith("/5")) {
                throw VaultFailure.VAULT_SEALED
                        .with("https://vault.example.com")
                        .asException();
            }
            return new CheckedPath(CheckScene.PATHS, at.vault, at.status);
        });
        assertThat(reports).hasSize(20);
        assertThat(reports.stream().filter(report -> report.exitCode() == 0)).hasSize(18);
        assertThat(reports.get(3).path()).isEqualTo("secret/ci/3#access_token");
        assertThat(reports.get(3).exitCode()).isEqualTo(1);
        assertThat(reports.get(5).exitCode()).isEqualTo(3);
        assertThat(ExitCodePrecedence.of(
                        reports.stream().map(PathReport::exitCode).toList()))
                .isEqualTo(1);
    }

    @Test
    void paths_are_looked_at_side_by_side() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        at.service = token -> {
            both.countDown();
            try {
                assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return CheckScene.accepted();
        };
        List<PathReport> reports = at.job()
                .examine(
                        List.of(CheckScene.PATHS, CheckScene.PATHS),
                        LONG,
                        LONG,
                        one -> new CheckedPath(CheckScene.PATHS, at.vault, at.status));
        assertThat(reports).extracting(PathReport::exitCode).containsOnly(0);
    }

    @Test
    void an_interrupt_ends_the_check_and_what_is_under_way() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        at.service = token -> {
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
            return CheckScene.accepted();
        };
        assertThatThrownBy(() -> at.job()
                        .examine(
                                List.of(CheckScene.PATHS),
                                LONG,
                                LONG,
                                one -> new CheckedPath(CheckScene.PATHS, at.vault, at.status)))
                .isInstanceOf(InterruptedException.class);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_is_not_examined_in_time_is_said_of_each_path_and_keeps_what_was_found() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        at.service = token -> {
            if (asked.getAndIncrement() > 0) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException cut) {
                    throw VaultFailure.VAULT_INTERRUPTED.with().asException();
                }
            }
            return CheckScene.accepted();
        };
        Duration bound = Duration.ofSeconds(3);
        List<PathReport> reports = at.job()
                .examine(
                        Collections.nCopies(13, CheckScene.PATHS),
                        bound,
                        bound,
                        one -> new CheckedPath(CheckScene.PATHS, at.vault, at.status));
        assertThat(reports.stream().filter(report -> report.exitCode() == 0)).hasSize(1);
        assertThat(reports.stream().filter(report -> report.exitCode() == 5))
                .hasSize(12)
                .allSatisfy(report ->
                        assertThat(report.findings().get(0).detail()).contains("not examined within --timeout (3s)"));
        assertThat(ExitCodePrecedence.of(List.of(5, FailureKind.ROTATION_DUE.exitCode())))
                .as("a rotation due does not hide them")
                .isEqualTo(5);
    }

    @Test
    void a_service_that_keeps_silent_is_not_asked_for_each_of_many_paths() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        at.service = token -> {
            asked.incrementAndGet();
            throw VaultFailure.VAULT_HTML.with("https://chatgpt.com", 403).asException();
        };
        List<PathReport> reports = at.job()
                .examine(
                        Collections.nCopies(300, CheckScene.PATHS),
                        LONG,
                        LONG,
                        one -> new CheckedPath(CheckScene.PATHS, at.vault, at.status));
        assertThat(reports).extracting(PathReport::exitCode).containsOnly(5);
        // Three in a row, and those that were under way beside the third.
        assertThat(asked.get()).isBetween(3, 6);
        assertThat(reports.get(299).findings())
                .anySatisfy(finding -> assertThat(finding.detail()).contains("was not asked"));
    }

    @Test
    void a_vault_that_falls_silent_is_not_asked_for_each_of_many_paths() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<PathReport> reports = at.job().examine(Collections.nCopies(300, CheckScene.PATHS), LONG, LONG, one -> {
            asked.incrementAndGet();
            throw VaultFailure.VAULT_TIMEOUT
                    .with("https://vault.example.com", "30s")
                    .asException();
        });
        assertThat(reports).extracting(PathReport::exitCode).containsOnly(3);
        assertThat(asked.get()).isBetween(3, 6);
        assertThat(reports.get(299).findings())
                .anySatisfy(finding -> assertThat(finding.detail()).contains("Vault was not asked"));
    }

    @Test
    void a_denial_is_an_answer_and_silences_no_other_path() throws Exception {
        List<PathReport> reports = at.job().examine(Collections.nCopies(20, CheckScene.PATHS), LONG, LONG, one -> {
            throw CheckScene.denied();
        });
        assertThat(reports)
                .flatExtracting(PathReport::findings)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsOnly("vault-read-denied");
    }
}
