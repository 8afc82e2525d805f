package dev.codexrunner.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A live secret with siblings, a service, and rotators. */
final class RotationScene {

    /** What a read-modify-write must not spoil. */
    static final String SIBLINGS = "{\"big\":12345678901234567890.123456789,\"nested\":{\"a\":[1,null,\"\\u20ac\"]},"
            + "\"note\":\"gr\u00fc\u00df dich\",\"empty\":\"\",\"flag\":true}";

    static final String FIELD = "access_token";

    final TickingClock clock = new TickingClock();
    final TokenWorld world = new TokenWorld();
    final RotationPaths paths;
    final VersionedSecrets kv;
    final Optional<MetadataMode> metadata;

    /** The fields beside the token as this server gave them back before any rotation. */
    private Optional<SecretFields> siblingsBefore = Optional.empty();

    /** @param metadata as {@code --rotation-metadata} */
    RotationScene(VersionedSecrets kv, String livePath, Optional<MetadataMode> metadata) {
        this.kv = kv;
        this.paths = new RotationPaths(livePath, FIELD);
        this.metadata = metadata;
    }

    static RotationScene inMemory() {
        return inMemory(true);
    }

    static RotationScene inMemory(boolean keepsCustomMetadata) {
        return new RotationScene(
                new KvInMemory(new TickingClock(), keepsCustomMetadata), "secret/ci/codex", Optional.empty());
    }

    /** A live token with siblings, as a person put it there. */
    String putLive() {
        String token = world.issueProven();
        putLive(token);
        return token;
    }

    void putLive(String token) {
        SecretVersion before = kv.latest(paths.live());
        SecretFields fields = before.isPresent() ? before.fields() : SecretFields.ofJson(SIBLINGS);
        WriteResult written = kv.write(paths.live(), fields.with(FIELD, Secret.of(FIELD, token)), before.version());
        assertThat(written).isInstanceOf(WriteResult.Written.class);
        if (siblingsBefore.isEmpty()) {
            siblingsBefore = Optional.of(siblings());
        }
    }

    Rotation rotator() {
        return rotator("approle-rotator on ci-1", kv);
    }

    /** Of another field of the same secret. */
    Rotation rotator(String field) {
        return rotator("approle-rotator on ci-1", kv, new RotationPaths(paths.live(), field));
    }

    Rotation rotator(String by, VersionedSecrets through) {
        return rotator(by, through, paths);
    }

    private Rotation rotator(String by, VersionedSecrets through, RotationPaths of) {
        return new Rotation(
                of,
                through,
                world,
                clock,
                new SecureRandom(),
                by,
                new RotationLimits(Duration.ofDays(1), Duration.ofHours(1)),
                clock::advance);
    }

    /** Of a token that says itself when it ends. */
    StageRequest stagingOfJwt(String token) {
        return new StageRequest(
                Secret.of("candidate", token),
                "platform@example.com",
                "ci jwt",
                Optional.empty(),
                false,
                OptionalInt.empty(),
                metadata);
    }

    StageRequest staging(String token) {
        return staging(token, false, OptionalInt.empty());
    }

    StageRequest staging(String token, boolean replace, OptionalInt expected) {
        return new StageRequest(
                Secret.of("candidate", token),
                "platform@example.com",
                "ci " + token.substring(0, 5),
                Optional.of(TokenExpiry.never()),
                replace,
                expected,
                metadata);
    }

    StepResult stage(String token) {
        return rotator().stage(staging(token));
    }

    StepResult verify() {
        return rotator().verify(new VerifyRequest(false));
    }

    StepResult promote() {
        return rotator().promote(new PromoteRequest(OptionalInt.empty()));
    }

    StepResult rollback() {
        return rotator().rollback(new RollbackRequest(OptionalInt.empty()));
    }

    StepResult confirmRevoked() {
        return rotator().confirmRevoked(new ConfirmRevokedRequest(false));
    }

    RotationStatus status() {
        return rotator().status();
    }

    /** A rotation up to the promotion. */
    void rotateTo(String token) {
        stage(token);
        verify();
        promote();
    }

    String liveToken() {
        return kv.latest(paths.live()).fields().text(FIELD).map(Secret::reveal).orElse("none");
    }

    /** Whether the fields beside the token are, to the byte, what they were before any rotation. */
    boolean siblingsIntact() {
        return siblingsBefore.equals(Optional.of(siblings()));
    }

    /** The fields beside the token, rotation's own left out. */
    private SecretFields siblings() {
        SecretFields fields = kv.latest(paths.live()).fields();
        for (String name : List.copyOf(fields.names())) {
            if (name.startsWith(FIELD)) {
                fields = fields.without(name);
            }
        }
        return fields;
    }

    List<StepOutcome> outcomes() {
        return status().timeline().stream().map(StepLine::outcome).toList();
    }

    /** Versions of the pending path that still hold a value. */
    List<Integer> leftPending() {
        return kv.metadata(paths.pending()).versions().stream()
                .filter(version -> !version.destroyed())
                .map(SecretMetadata.Version::number)
                .toList();
    }

    /** The failure that the call ends with; the test fails where there is none. */
    static Failure failure(ThrowingCallable call) {
        FailureException thrown = Assertions.catchThrowableOfType(FailureException.class, call);
        assertThat(thrown).as("a refusal").isNotNull();
        return thrown.failure();
    }
}
