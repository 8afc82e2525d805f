package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.codexrunner.Repository;
import dev.codexrunner.testkit.backend.TokenFlaw;
import dev.codexrunner.testkit.backend.Workspace;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token's replacement, from the one that is live to the proof that it is revoked, through the jar. */
@ExtendWith(WithScene.class)
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RotationIT {

    private static final String STEP = "contract/rotation-step.schema.json";
    private static final String STATUS = "contract/rotation-status.schema.json";

    private final Scene scene;

    RotationIT(Scene scene) {
        this.scene = scene;
    }

    @ParameterizedTest
    @ValueSource(strings = {"custom", "fields"})
    void a_token_is_replaced_used_and_the_old_one_proven_to_be_revoked(String metadata) throws Exception {
        String tokenA = scene.issuer().issueAgentIdentity().token();
        var identityB = scene.issuer().issueAgentIdentity();
        Rotator rotator = Rotator.on(scene).withLive(tokenA);

        rotator.stage(identityB.token(), "--rotation-metadata", metadata).exits(0);
        assertThat(rotator.liveToken()).isEqualTo(tokenA);
        rotator.step("promote").exits(14).saying("rotation-not-verified");
        rotator.step("verify").exits(0);
        assertThat(rotator.liveToken()).isEqualTo(tokenA);
        rotator.step("promote", "--expect-live-version", "1")
                .exits(0)
                .saying("https://chatgpt.com/admin/access-tokens");
        rotator.step("promote", "--expect-live-version", "1").exits(14);
        rotator.step("promote").exits(0).saying("already");

        assertThat(rotator.liveToken()).isEqualTo(identityB.token());
        assertThat(rotator.live().at("/data/note").asString("")).isEqualTo("keep me");
        String owner = metadata.equals("custom")
                ? rotator.metadata().at("/custom_metadata/codex_owner").asString("")
                : rotator.live().at("/data/access_token_owner").asString("");
        assertThat(owner).isEqualTo("platform@example.com");
        int before = scene.requestsSoFar();
        scene.run().option("--vault-path", rotator.path()).finish().succeeds();
        assertThat(scene.modelRequestsSince(before))
                .extracting(request -> request.auth().detail())
                .isNotEmpty()
                .containsOnly(identityB.runtimeId());

        rotator.step("confirm-revoked").exits(14).saying("still accepted");
        scene.issuer().revoke(tokenA);
        rotator.step("confirm-revoked").exits(0);
        assertThat(rotator.metadata().at("/versions/1/destroyed").asBoolean()).isTrue();
        assertThat(rotator.liveToken()).isEqualTo(identityB.token());
        holdsTo(STEP, rotator.step("rollback", "--json").exits(14).saying("rotation-previous-revoked"));
        assertThat(rotator.liveToken()).isEqualTo(identityB.token());
        rotator.check().exits(0).saying("platform@example.com");
        Rotator.Step status = holdsTo(STATUS, rotator.step("status", "--json").exits(0));
        assertThat(status.out()).contains("\"phase\":\"idle\"", "\"outcome\":\"promoted\"", "\"outcome\":\"revoked\"");
        noSecretIsLeft(rotator, tokenA, identityB.token());
    }

    @Test
    void a_token_that_still_works_comes_back_and_one_that_was_revoked_does_not() throws Exception {
        String tokenA = scene.issuer().issueAgentIdentity().token();
        String tokenB = scene.issuer().issueAgentIdentity().token();
        Rotator rotator = Rotator.on(scene).withLive(tokenA);
        rotator.stage(tokenB).exits(0);
        rotator.step("verify").exits(0);
        rotator.step("promote").exits(0);

        rotator.step("rollback").exits(0);
        assertThat(rotator.liveToken()).isEqualTo(tokenA);
        assertThat(rotator.liveVersion()).isEqualTo(3);
        assertThat(rotator.live().at("/data/note").asString("")).isEqualTo("keep me");

        scene.issuer().revoke(tokenB);
        rotator.step("rollback", "--expect-live-version", "3").exits(4);
        assertThat(rotator.liveToken()).isEqualTo(tokenA);
        assertThat(rotator.liveVersion()).isEqualTo(3);
    }

    @Test
    void a_bad_candidate_never_touches_what_is_live() throws Exception {
        String live = scene.issuer().issueAgentIdentity().token();
        Rotator rotator = Rotator.on(scene).withLive(live);
        String revoked = scene.issuer().issueAgentIdentity().token();
        scene.issuer().revoke(revoked);

        rotator.stage("this is no token").exits(4);
        rotator.stage(scene.issuer().issueFlawed(TokenFlaw.EXPIRED).token()).exits(4);
        rotator.stage(live).exits(2).saying("rotation-token-live-already");
        rotator.stage(scene.issuer().issuePersonalAccessToken()).exits(2).saying("rotation-expiry-missing");
        for (String bad : List.of(
                revoked,
                scene.issuer().issueAgentIdentity(Workspace.FOREIGN).token(),
                scene.issuer().issueFlawed(TokenFlaw.BAD_SIGNATURE).token(),
                scene.issuer().issueAgentIdentity(Duration.ofHours(2)).token())) {
            rotator.stage(bad, "--replace").exits(0);
            holdsTo(STEP, rotator.step("verify", "--json").exits(4));
            assertThat(rotator.liveToken()).isEqualTo(live);
        }
        rotator.step("promote").exits(14).saying("rotation-not-verified");
        assertThat(rotator.liveVersion()).isEqualTo(1);
        rotator.step("rollback").exits(0);
        rotator.step("verify").exits(14).saying("rotation-nothing-staged");
        noSecretIsLeft(rotator, live, revoked);
    }

    @Test
    void a_step_that_fails_tells_what_it_had_found_before() throws Exception {
        Rotator rotator =
                Rotator.on(scene).withLive(scene.issuer().issueAgentIdentity().token());
        rotator.stage(scene.issuer().issueAgentIdentity(Workspace.FOREIGN).token())
                .exits(0);
        Rotator.Step plain = rotator.step("verify").exits(4).saying("rotation-identity-differs");
        assertThat(plain.out()).isEmpty();
        assertThat(plain.err()).contains("before it failed: The service accepts it");
        assertThat(holdsTo(STEP, rotator.step("verify", "--json").exits(4)).out())
                .contains("\"lines\":[\"The service accepts it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "expired", "revoked"})
    void it_works_where_the_live_token_does_not(String live) throws Exception {
        String fresh = scene.issuer().issueAgentIdentity().token();
        Rotator rotator = Rotator.on(scene);
        switch (live) {
            case "expired" ->
                rotator.withLive(scene.issuer().issueFlawed(TokenFlaw.EXPIRED).token());
            case "revoked" -> {
                String old = scene.issuer().issueAgentIdentity().token();
                rotator.withLive(old);
                scene.issuer().revoke(old);
            }
            default -> {}
        }
        rotator.check().exits(live.equals("absent") ? 3 : 4);

        rotator.stage(fresh).exits(0);
        rotator.step("verify").exits(0);
        rotator.step("promote").exits(0);

        assertThat(rotator.liveToken()).isEqualTo(fresh);
        rotator.check().exits(0);
    }

    @Test
    void a_personal_access_token_is_replaced_as_well() throws Exception {
        String old = scene.issuer().issuePersonalAccessToken();
        String fresh = scene.issuer().issuePersonalAccessToken();
        Rotator rotator = Rotator.on(scene).withLive(old);
        rotator.stage(fresh, "--expires-at", "never").exits(0);
        rotator.step("verify").exits(0);
        rotator.step("promote").exits(0);
        scene.issuer().revoke(old);
        rotator.step("confirm-revoked").exits(0);
        assertThat(rotator.liveToken()).isEqualTo(fresh);
        noSecretIsLeft(rotator, old, fresh);
    }

    @Test
    void a_check_that_may_only_read_sees_what_is_due_and_writes_what_schedules_need() throws Exception {
        Rotator rotator = Rotator.on(scene)
                .withLive(scene.issuer().issueAgentIdentity(Duration.ofDays(2)).token());
        var metrics = rotator.folder().resolve("codex.prom");
        int tokensBefore = scene.vault().livingTokens();

        rotator.check("--metrics-file", metrics.toString()).exits(13).saying("rotation-token-expires-soon");

        assertThat(Files.readString(metrics))
                .contains("codex_rotation_check_exit_code{path=\"" + rotator.path() + "\"} 13");
        assertThat(scene.vault().livingTokens())
                .as("every token that was obtained was revoked")
                .isEqualTo(tokensBefore);
    }

    private static Rotator.Step holdsTo(String schema, Rotator.Step step) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Repository.read(schema))
                        .validate(step.out(), InputFormat.JSON))
                .as(step.out())
                .isEmpty();
        return step;
    }

    private static void noSecretIsLeft(Rotator rotator, String... tokens) throws Exception {
        for (String token : tokens) {
            assertThat(LeakSearch.forToken(token).in(rotator.folder())).isEmpty();
        }
    }
}
