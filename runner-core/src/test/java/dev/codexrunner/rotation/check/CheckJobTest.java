package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.ExitCodePrecedence;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckJobTest {

    private static final String PATH = "secret/ci/codex";
    private static final RotationPaths PATHS = new RotationPaths(PATH, "access_token");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String DENIED = "the policy";

    private final Checks.Remembered vault = new Checks.Remembered();
    private IdentityQuestion service = token -> accepted();
    private Supplier<RotationStatus> status =
            () -> UnfinishedRulesTest.status(Phase.IDLE, Optional.empty(), Duration.ofDays(5));

    CheckJobTest() {
        vault.latest.put(PATH, Checks.present(7, Checks.ago(Duration.ofDays(5)), "access_token", Checks.TOKEN));
        vault.metadata.put(
                PATH,
                Checks.metadata(Map.of(
                        "codex_owner", "platform@example.com",
                        "codex_token_name", "ci 2026-10",
                        "codex_expires_at", "2027-06-01T00:00:00Z",
                        "codex_live_version", "7")));
    }

    @Test
    void a_token_that_works_and_is_described_is_well() throws Exception {
        PathReport report = look();
        assertThat(report.findings()).extracting(Finding::grade).containsOnly(Grade.OK);
        assertThat(report.exitCode()).isZero();
        assertThat(report.version()).isEqualTo(7);
        assertThat(report.expiry().orElseThrow()).hasToString("2027-06-01T00:00:00Z");
    }

    @Test
    void a_token_that_the_service_refuses_is_4_and_not_13() throws Exception {
        service = token ->
                new IdentityAnswer.Refused(TokenFailure.TOKEN_TOO_SHORT.with("the token"), IdentityAnswer.Cause.TOKEN);
        vault.metadata.put(PATH, Checks.metadata(Map.of("codex_expires_at", "2026-11-22")));
        PathReport report = look();
        assertThat(report.findings()).extracting(Finding::grade).contains(Grade.DUE, Grade.FAILED);
        assertThat(report.exitCode()).isEqualTo(4);
    }

    @Test
    void a_service_that_cannot_be_asked_is_no_refusal() throws Exception {
        service = token -> {
            throw VaultFailure.VAULT_HTML.with("https://chatgpt.com", 403).asException();
        };
        assertThat(look().exitCode()).isEqualTo(5);
    }

    @Test
    void garbage_is_4_and_its_age_and_owner_are_still_told() throws Exception {
        vault.latest.put(PATH, Checks.present(7, Checks.ago(Duration.ofDays(5)), "access_token", "no token at all"));
        PathReport report = look();
        assertThat(report.exitCode()).isEqualTo(4);
        assertThat(report.findings())
                .extracting(Finding::aspect)
                .contains(Aspect.EXPIRY, Aspect.OWNER)
                .doesNotContain(Aspect.SERVICE);
    }

    @Test
    void no_secret_a_deleted_one_and_a_missing_field_are_3() throws Exception {
        for (SecretVersion other : List.of(
                SecretVersion.ABSENT,
                new SecretVersion(
                        SecretVersion.State.DELETED,
                        7,
                        Optional.of(Checks.NOW),
                        Checks.present(7, Checks.NOW).fields()),
                new SecretVersion(
                        SecretVersion.State.DESTROYED,
                        7,
                        Optional.of(Checks.NOW),
                        Checks.present(7, Checks.NOW).fields()),
                Checks.present(7, Checks.NOW, "token", Checks.TOKEN))) {
            vault.latest.put(PATH, other);
            assertThat(look().exitCode()).as(other.toString()).isEqualTo(3);
        }
    }

    @Test
    void what_the_checker_may_not_read_is_a_warning() throws Exception {
        vault.inTheWay.put("metadata " + PATH, denied());
        vault.inTheWay.put("metadata " + PATHS.pending(), denied());
        status = () -> {
            throw denied();
        };
        PathReport report = look();
        assertThat(report.exitCode()).isZero();
        assertThat(report.findings())
                .filteredOn(finding -> finding.detail().equals("may not be read"))
                .extracting(Finding::aspect)
                .containsExactly(Aspect.OWNER, Aspect.ROTATION);
    }

    @Test
    void what_may_not_be_read_is_not_called_unrecorded() throws Exception {
        vault.inTheWay.put("metadata " + PATH, denied());
        PathReport report = look();
        assertThat(report.findings())
                .filteredOn(finding -> finding.aspect() == Aspect.OWNER || finding.aspect() == Aspect.EXPIRY)
                .extracting(Finding::detail)
                .containsExactly("may not be read");
        assertThat(report.findings())
                .flatExtracting(finding -> finding.failure().stream().toList())
                .extracting(Failure::fix)
                .noneMatch(fix -> fix.contains("metadata patch"));
    }

    @Test
    void a_token_of_which_nothing_is_known_has_no_owner_of_that_name() throws Exception {
        vault.metadata.put(
                PATH,
                Checks.metadata(Map.of(
                        "codex_owner", "unknown",
                        "codex_token_name", "unknown",
                        "codex_expires_at", "unknown",
                        "codex_verified_at", "unknown",
                        "codex_live_version", "7")));
        assertThat(look().findings())
                .filteredOn(finding -> finding.grade() == Grade.WARN)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-expiry-not-recorded", "rotation-owner-not-recorded");
    }

    @Test
    void unknown_in_a_field_beside_the_token_is_nothing_known_either() throws Exception {
        vault.metadata.clear();
        vault.latest.put(
                PATH,
                Checks.present(
                        7,
                        Checks.ago(Duration.ofDays(5)),
                        "access_token",
                        Checks.TOKEN,
                        "access_token_owner",
                        "unknown",
                        "access_token_token_name",
                        "unknown",
                        "access_token_expires_at",
                        "never"));
        assertThat(look().findings())
                .filteredOn(finding -> finding.grade() == Grade.WARN)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-owner-not-recorded");
    }

    @Test
    void without_the_journal_what_lies_at_the_pending_path_is_seen_by_its_metadata() throws Exception {
        vault.metadata.put(
                PATHS.pending(),
                new SecretMetadata(
                        2,
                        List.of(
                                new SecretMetadata.Version(
                                        1, Optional.of(Checks.ago(Duration.ofDays(9))), Optional.empty(), true),
                                new SecretMetadata.Version(
                                        2, Optional.of(Checks.ago(Duration.ofDays(3))), Optional.empty(), false)),
                        Map.of()));
        status = () -> {
            throw denied();
        };
        assertThat(look().findings())
                .filteredOn(finding -> finding.grade() == Grade.DUE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("3 days"));
    }

    @Test
    void fields_beside_the_token_describe_it_as_well() throws Exception {
        vault.metadata.clear();
        vault.latest.put(
                PATH,
                Checks.present(
                        7,
                        Checks.ago(Duration.ofDays(5)),
                        "access_token",
                        Checks.TOKEN,
                        "access_token_owner",
                        "platform@example.com",
                        "access_token_token_name",
                        "ci 2026-10",
                        "access_token_expires_at",
                        "2027-06-01"));
        assertThat(look().findings()).extracting(Finding::grade).containsOnly(Grade.OK);
    }

    @Test
    void one_broken_path_hides_nothing_about_the_others() throws Exception {
        List<RotationPaths> many = IntStream.range(0, 20)
                .mapToObj(i -> new RotationPaths("secret/ci/" + i, "access_token"))
                .toList();
        List<PathReport> reports = job().examine(many, LONG, LONG, one -> {
            if (one.live().endsWith("/3")) {
                throw new IllegalStateException("a bug");
            }
            if (one.live().endsWith("/5")) {
                throw VaultFailure.VAULT_SEALED
                        .with("https://vault.example.com")
                        .asException();
            }
            return new CheckedPath(PATHS, vault, status);
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
        service = token -> {
            both.countDown();
            try {
                assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return accepted();
        };
        List<PathReport> reports =
                job().examine(List.of(PATHS, PATHS), LONG, LONG, one -> new CheckedPath(PATHS, vault, status));
        assertThat(reports).extracting(PathReport::exitCode).containsOnly(0);
    }

    @Test
    void an_interrupt_ends_the_check_and_what_is_under_way() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        service = token -> {
            caller.interrupt();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
            return accepted();
        };
        assertThatThrownBy(
                        () -> job().examine(List.of(PATHS), LONG, LONG, one -> new CheckedPath(PATHS, vault, status)))
                .isInstanceOf(InterruptedException.class);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_is_not_examined_in_time_is_said_of_each_path_and_keeps_what_was_found() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        service = token -> {
            if (asked.getAndIncrement() > 0) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException cut) {
                    throw VaultFailure.VAULT_INTERRUPTED.with().asException();
                }
            }
            return accepted();
        };
        Duration bound = Duration.ofSeconds(3);
        List<PathReport> reports = job().examine(
                        Collections.nCopies(13, PATHS), bound, bound, one -> new CheckedPath(PATHS, vault, status));
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
        service = token -> {
            asked.incrementAndGet();
            throw VaultFailure.VAULT_HTML.with("https://chatgpt.com", 403).asException();
        };
        List<PathReport> reports = job().examine(
                        Collections.nCopies(300, PATHS), LONG, LONG, one -> new CheckedPath(PATHS, vault, status));
        assertThat(reports).extracting(PathReport::exitCode).containsOnly(5);
        // Three in a row, and those that were under way beside the third.
        assertThat(asked.get()).isBetween(3, 6);
        assertThat(reports.get(299).findings())
                .anySatisfy(finding -> assertThat(finding.detail()).contains("was not asked"));
    }

    @Test
    void a_vault_that_falls_silent_is_not_asked_for_each_of_many_paths() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<PathReport> reports = job().examine(Collections.nCopies(300, PATHS), LONG, LONG, one -> {
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
        List<PathReport> reports = job().examine(Collections.nCopies(20, PATHS), LONG, LONG, one -> {
            throw denied();
        });
        assertThat(reports)
                .flatExtracting(PathReport::findings)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsOnly("vault-read-denied");
    }

    private PathReport look() throws InterruptedException {
        return job().examine(List.of(PATHS), LONG, LONG, one -> new CheckedPath(one, vault, status))
                .get(0);
    }

    private CheckJob job() {
        return new CheckJob(
                Checks.limits(),
                token -> service.ask(token),
                Clock.fixed(Checks.NOW, ZoneOffset.UTC),
                bug -> new Failure(FailureKind.INTERNAL, "bug", "a bug", "", "report it", false, 1));
    }

    private static IdentityAnswer accepted() {
        return new IdentityAnswer.Accepted(
                new TokenIdentity(Optional.of("acct-1"), Optional.of("user-1"), Optional.of("ci@example.com")));
    }

    private static FailureException denied() {
        return VaultSecretFailure.VAULT_READ_DENIED.with(PATH, PATH, DENIED).asException();
    }
}
