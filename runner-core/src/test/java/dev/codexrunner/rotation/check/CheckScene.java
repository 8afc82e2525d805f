package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.identity.IdentityAnswer;
import dev.codexrunner.credential.identity.TokenIdentity;
import dev.codexrunner.credential.vault.VaultSecretFailure;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.rotation.Phase;
import dev.codexrunner.rotation.RotationPaths;
import dev.codexrunner.rotation.RotationStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One path that is well, until a test makes something about it otherwise. */
final class CheckScene {

    static final String PATH = "secret/ci/codex";
    static final RotationPaths PATHS = new RotationPaths(PATH, "access_token");
    private static final Duration LONG = Duration.ofMinutes(5);

    final Checks.Remembered vault = new Checks.Remembered();
    IdentityQuestion service = token -> accepted();
    Supplier<RotationStatus> status =
            () -> UnfinishedRulesTest.status(Phase.IDLE, Optional.empty(), Duration.ofDays(5));

    CheckScene() {
        vault.latest.put(PATH, Checks.present(7, Checks.ago(Duration.ofDays(5)), "access_token", Checks.TOKEN));
        vault.metadata.put(
                PATH,
                Checks.metadata(Map.of(
                        "codex_owner", "platform@example.com",
                        "codex_token_name", "ci 2026-10",
                        "codex_expires_at", "2027-06-01T00:00:00Z",
                        "codex_live_version", "7")));
    }

    PathReport look() throws InterruptedException {
        return look(PATHS);
    }

    PathReport look(RotationPaths path) throws InterruptedException {
        return job().examine(List.of(path), LONG, LONG, one -> new CheckedPath(one, vault, status))
                .get(0);
    }

    CheckJob job() {
        return new CheckJob(
                Checks.limits(),
                token -> service.ask(token),
                Clock.fixed(Checks.NOW, ZoneOffset.UTC),
                bug -> new Failure(FailureKind.INTERNAL, "bug", "a bug", "", "report it", false, 1));
    }

    static IdentityAnswer accepted() {
        return new IdentityAnswer.Accepted(
                new TokenIdentity(Optional.of("acct-1"), Optional.of("user-1"), Optional.of("ci@example.com")));
    }

    static FailureException denied() {
        return VaultSecretFailure.VAULT_READ_DENIED
                .with(PATH, PATH, "the policy")
                .asException();
    }
}
