package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.TokenFailure;
import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.IdentityFailure;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationJournalFailure;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One path: what is found, and what it comes to. */
class PathCheckTest {

    private final CheckScene at = new CheckScene();

    @Test
    void a_token_that_works_and_is_described_is_well() throws Exception {
        PathReport report = at.look();
        assertThat(report.findings()).extracting(Finding::grade).containsOnly(Grade.OK);
        assertThat(report.exitCode()).isZero();
        assertThat(report.version()).isEqualTo(7);
        assertThat(report.expiry().orElseThrow()).hasToString("2027-06-01T00:00:00Z");
    }

    @Test
    void a_token_that_the_service_refuses_is_4_and_not_13() throws Exception {
        at.service = token ->
                new IdentityAnswer.Refused(TokenFailure.TOKEN_TOO_SHORT.with("the token"), IdentityAnswer.Cause.TOKEN);
        at.vault.metadata.put(CheckScene.PATH, Checks.metadata(Map.of("codex_expires_at", "2026-11-22")));
        PathReport report = at.look();
        assertThat(report.findings()).extracting(Finding::grade).contains(Grade.DUE, Grade.FAILED);
        assertThat(report.exitCode()).isEqualTo(4);
    }

    @Test
    void a_token_that_is_refused_while_another_is_staged_leads_on_with_that_one() throws Exception {
        at.service = token -> new IdentityAnswer.Refused(
                IdentityFailure.TOKEN_NOT_ACCEPTED.with("chatgpt.com", "status 401"), IdentityAnswer.Cause.TOKEN);
        assertThat(refused(at.look()).next()).contains(Finding.NEW_TOKEN);
        RotationStatus staged = UnfinishedRulesTest.status(
                Phase.STAGED, Optional.of(Checks.ago(Duration.ofHours(1))), Duration.ofHours(1));
        at.status = () -> staged;
        assertThat(refused(at.look()).next()).contains(staged.next());
        assertThat(refused(at.look()).failure().orElseThrow().fix()).doesNotContain("Create a new token");
    }

    private static Finding refused(PathReport report) {
        return report.findings().stream()
                .filter(finding -> finding.grade() == Grade.FAILED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_service_that_cannot_be_asked_is_no_refusal() throws Exception {
        at.service = token -> {
            throw VaultFailure.VAULT_HTML.with("https://chatgpt.com", 403).asException();
        };
        assertThat(at.look().exitCode()).isEqualTo(5);
    }

    @Test
    void garbage_is_4_and_its_age_and_owner_are_still_told() throws Exception {
        at.vault.latest.put(
                CheckScene.PATH, Checks.present(7, Checks.ago(Duration.ofDays(5)), "access_token", "no token at all"));
        PathReport report = at.look();
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
            at.vault.latest.put(CheckScene.PATH, other);
            assertThat(at.look().exitCode()).as(other.toString()).isEqualTo(3);
        }
    }

    @Test
    void what_the_checker_may_not_read_is_a_warning() throws Exception {
        at.vault.inTheWay.put("metadata " + CheckScene.PATH, CheckScene.denied());
        at.vault.inTheWay.put("metadata " + CheckScene.PATHS.pending(), CheckScene.denied());
        at.status = () -> {
            throw CheckScene.denied();
        };
        PathReport report = at.look();
        assertThat(report.exitCode()).isZero();
        assertThat(report.findings())
                .filteredOn(finding -> finding.detail().equals("may not be read"))
                .extracting(Finding::aspect)
                .containsExactly(Aspect.OWNER, Aspect.ROTATION);
    }

    @Test
    void what_may_not_be_read_is_not_called_unrecorded() throws Exception {
        at.vault.inTheWay.put("metadata " + CheckScene.PATH, CheckScene.denied());
        PathReport report = at.look();
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
        at.vault.metadata.put(
                CheckScene.PATH,
                Checks.metadata(Map.of(
                        "codex_owner", "unknown",
                        "codex_token_name", "unknown",
                        "codex_expires_at", "unknown",
                        "codex_verified_at", "unknown",
                        "codex_live_version", "7")));
        assertThat(at.look().findings())
                .filteredOn(finding -> finding.grade() == Grade.WARN)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-expiry-not-recorded", "rotation-owner-not-recorded");
    }

    @Test
    void unknown_in_a_field_beside_the_token_is_nothing_known_either() throws Exception {
        at.vault.metadata.clear();
        at.vault.latest.put(
                CheckScene.PATH,
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
        assertThat(at.look().findings())
                .filteredOn(finding -> finding.grade() == Grade.WARN)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-owner-not-recorded");
    }

    @Test
    void without_the_journal_what_lies_at_the_pending_path_is_seen_by_its_metadata() throws Exception {
        at.vault.metadata.put(
                CheckScene.PATHS.pending(),
                new SecretMetadata(
                        2,
                        List.of(
                                new SecretMetadata.Version(
                                        1, Optional.of(Checks.ago(Duration.ofDays(9))), Optional.empty(), true),
                                new SecretMetadata.Version(
                                        2, Optional.of(Checks.ago(Duration.ofDays(3))), Optional.empty(), false)),
                        Map.of()));
        at.status = () -> {
            throw CheckScene.denied();
        };
        assertThat(at.look().findings())
                .filteredOn(finding -> finding.grade() == Grade.DUE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("3 days"));
    }

    @Test
    void fields_beside_the_token_describe_it_as_well() throws Exception {
        at.vault.metadata.clear();
        at.vault.latest.put(
                CheckScene.PATH,
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
        assertThat(at.look().findings()).extracting(Finding::grade).containsOnly(Grade.OK);
    }

    @Test
    void what_the_policy_lacks_is_a_line_to_copy() throws Exception {
        at.vault.inTheWay.put(
                "metadata " + CheckScene.PATHS.pending(),
                VaultSecretFailure.VAULT_READ_DENIED
                        .with(CheckScene.PATHS.pending(), "secret/metadata/ci/codex/pending", "permission denied")
                        .asException());
        at.status = () -> {
            throw CheckScene.denied();
        };
        assertThat(at.look().findings())
                .filteredOn(finding -> finding.aspect() == Aspect.ROTATION)
                .extracting(finding -> finding.failure().orElseThrow().fix())
                .hasSize(2)
                .anySatisfy(fix -> assertThat(fix)
                        .endsWith("path \"secret/metadata/ci/codex/pending\" { capabilities = [\"read\"] }"));
    }

    @Test
    void what_does_not_fit_the_journal_is_warned_of() throws Exception {
        RotationStatus well = at.status.get();
        at.status = () -> new RotationStatus(
                well.paths(),
                well.phase(),
                well.livePath(),
                well.live(),
                well.candidate(),
                well.pendingSince(),
                well.previous(),
                well.intent(),
                well.metadata(),
                well.timeline(),
                List.of("Somebody wrote it past the rotation."),
                well.next());
        PathReport report = at.look();
        assertThat(report.exitCode()).isZero();
        assertThat(report.findings())
                .filteredOn(finding -> finding.grade() == Grade.WARN)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).isEqualTo("Somebody wrote it past the rotation.");
                    assertThat(finding.failure().orElseThrow().code()).isEqualTo("rotation-out-of-step");
                });
    }

    @Test
    void what_is_recorded_of_one_field_is_not_said_of_another() throws Exception {
        RotationPaths other = new RotationPaths(CheckScene.PATH, "spare_token");
        at.vault.latest.put(
                CheckScene.PATH,
                Checks.present(
                        7,
                        Checks.ago(Duration.ofDays(5)),
                        "access_token",
                        Checks.TOKEN,
                        "spare_token",
                        Checks.TOKEN,
                        "spare_token_owner",
                        "spare@example.com",
                        "spare_token_token_name",
                        "spare"));
        at.status = () -> {
            throw RotationJournalFailure.ROTATION_OTHER_FIELD
                    .with(other, "access_token", "spare_token", CheckScene.PATH, CheckScene.PATHS.journal())
                    .asException();
        };
        PathReport report = at.look(other);
        assertThat(report.exitCode()).isZero();
        assertThat(report.expiry()).as("that of the other token").isEmpty();
        assertThat(report.findings())
                .filteredOn(finding -> finding.aspect() == Aspect.OWNER)
                .extracting(Finding::detail)
                .containsExactly("\"spare\" of spare@example.com");
        assertThat(report.findings())
                .filteredOn(finding -> finding.aspect() == Aspect.ROTATION)
                .extracting(finding -> finding.failure().orElseThrow().code())
                .containsExactly("rotation-other-field");
    }
}
