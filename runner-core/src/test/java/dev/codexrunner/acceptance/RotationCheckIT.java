package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import dev.codexrunner.testkit.network.LoopbackListener;
import dev.codexrunner.testkit.vault.VaultFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scheduled check through the jar, where somebody takes the connection and never answers. */
@ExtendWith(WithScene.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RotationCheckIT {

    private static final int PATHS = 20;
    private static final int AT_A_TIME = 4;

    private final Scene scene;

    RotationCheckIT(Scene scene) {
        this.scene = scene;
    }

    @Fault(
            area = Area.VAULT,
            made = "a Vault that takes connections and never answers, and 20 paths to check",
            promised = "one wait for all of them")
    @Test
    void a_silent_vault_costs_one_wait_whatever_the_number_of_paths(Seen seen) throws Exception {
        Rotator rotator = Rotator.on(scene);
        try (LoopbackListener silent = LoopbackListener.silent()) {
            Rotator.Step check = rotator.checkAt(
                            silent.uri("https"), "--vault-timeout", "2s", "--paths-file", paths(rotator))
                    .exits(3)
                    .saying("20 failed");
            assertThat(lines(check, "[vault-timeout]")).isEqualTo(PATHS);
            seen.exit(check.exitCode());
        }
    }

    @Fault(
            area = Area.VAULT,
            made = "a Vault that takes the login and then answers no more, and 20 paths to check",
            promised = "after a few vain questions no more are asked")
    @Test
    void a_vault_that_falls_silent_is_not_waited_for_at_each_path(Seen seen) throws Exception {
        try (TestVault vault = TestVault.startStandIn(scene.ca())) {
            Rotator rotator = Rotator.on(scene, vault)
                    .withLive(scene.issuer().issueAgentIdentity().token());
            vault.standIn().fail(VaultFault.SILENT, 1000, "GET sys/internal/ui/mounts/");
            vault.standIn().forgetCalls();
            Rotator.Step check = rotator.check("--vault-timeout", "2s", "--paths-file", paths(rotator))
                    .exits(3)
                    .saying("20 failed");
            assertThat(vault.standIn().lines())
                    .filteredOn(line -> line.startsWith("GET sys/internal/ui/mounts/"))
                    .hasSizeBetween(3, 2 * AT_A_TIME);
            assertThat(lines(check, "[rotation-vault-silent]")).isGreaterThanOrEqualTo(PATHS - 2 * AT_A_TIME);
            assertThat(vault.livingTokens()).isZero();
            seen.exit(check.exitCode());
        }
    }

    /** Who takes the connection and says nothing. */
    enum BlackHole {
        VAULT,
        SERVICE
    }

    @Fault(
            area = Area.NETWORK,
            made = "Vault, or OpenAI's service, takes connections and never answers",
            promised = "--timeout bounds the whole check")
    @ParameterizedTest
    @EnumSource
    void a_check_ends_within_its_timeout_whoever_keeps_silent(BlackHole silentOne, Seen seen) throws Exception {
        String token = scene.issuer().issueAgentIdentity().token();
        Rotator rotator = Rotator.on(scene).withLive(token);
        for (int i = 0; i < PATHS; i++) {
            rotator.withField("token_" + i, token);
        }
        int tokensBefore = scene.vault().livingTokens();
        try (LoopbackListener silent = LoopbackListener.silent()) {
            Rotator.Step check = silentOne == BlackHole.VAULT
                    ? rotator.checkAt(silent.uri("https"), "--timeout", "2s", "--paths-file", paths(rotator))
                    : rotator.withService(silent.uri("https")).check("--timeout", "4s", "--paths-file", paths(rotator));
            check.exits(5).saying("20 failed");
            assertThat(lines(check, "[rotation-path-not-examined]")).isEqualTo(PATHS);
            seen.exit(check.exitCode());
        }
        assertThat(scene.vault().livingTokens()).isEqualTo(tokensBefore);
    }

    /** A file that names so many fields of the rotator's secret. */
    private static String paths(Rotator rotator) throws IOException {
        String secret = rotator.path().replaceFirst("#.*", "");
        List<String> lines =
                IntStream.range(0, PATHS).mapToObj(i -> secret + "#token_" + i).toList();
        Path file = Files.createTempFile(rotator.folder(), "paths", ".txt");
        return Files.write(file, lines).toString();
    }

    private static long lines(Rotator.Step step, String text) {
        return step.out().lines().filter(line -> line.contains(text)).count();
    }
}
