package dev.codexrunner.credential.vault;

import dev.codexrunner.credential.VaultOrigin;
import dev.codexrunner.credential.vault.SecretVersion.State;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.secret.Secret;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The answer to reading a secret.
 *
 * @param reply as Vault sent it
 * @param mount the engine that was asked
 * @param address what was asked for
 */
record KvAnswer(VaultReply reply, KvMount mount, SecretAddress address) {

    boolean found() {
        return reply.status() == 200;
    }

    /** A deleted or destroyed version is answered with 404 and its metadata. */
    boolean hasMetadata() {
        return mount.version() == 2 && reply.data().path("metadata").isObject();
    }

    /** The version of the answer; empty for KV v1. */
    OptionalInt version() {
        JsonNode version = metadata().path("version");
        return version.isInt() ? OptionalInt.of(version.intValue()) : OptionalInt.empty();
    }

    Failure goneVersion() {
        String version = version().isPresent() ? String.valueOf(version().getAsInt()) : "(unknown)";
        return metadata().path("destroyed").asBoolean(false)
                ? VaultSecretFailure.VAULT_VERSION_DESTROYED.with(address.path(), version)
                : VaultSecretFailure.VAULT_VERSION_DELETED.with(
                        address.path(),
                        version,
                        VaultText.clean(metadata().path("deletion_time").asString("an unknown time")));
    }

    /** The field's text of a secret that was found. */
    KvSecret secret() {
        JsonNode fields = mount.version() == 2 ? reply.data().path("data") : reply.data();
        if (!fields.isObject()) {
            throw VaultSecretFailure.VAULT_SECRET_MALFORMED
                    .with(address.path(), mount.version())
                    .asException();
        }
        JsonNode field = fields.path(address.field());
        if (field.isMissingNode()) {
            String names = fields.propertyNames().stream()
                    .sorted()
                    .limit(20)
                    .map(VaultText::clean)
                    .collect(Collectors.joining(", "));
            throw VaultSecretFailure.VAULT_FIELD_MISSING
                    .with(address.path(), address.field(), names.isEmpty() ? "none" : names)
                    .asException();
        }
        if (field.isNull() || (field.isString() && field.stringValue().isBlank())) {
            throw VaultSecretFailure.VAULT_FIELD_EMPTY
                    .with(address.path(), address.field())
                    .asException();
        }
        if (!field.isString()) {
            throw VaultSecretFailure.VAULT_FIELD_NOT_TEXT
                    .with(address.path(), address.field(), article(field))
                    .asException();
        }
        return new KvSecret(
                Secret.of("codex-token", field.stringValue()),
                new VaultOrigin(address.path(), version(), createdTime()));
    }

    /** The version as a whole; fields keep the text that the server sent. */
    SecretVersion asVersion() {
        if (!found()) {
            State state = metadata().path("destroyed").asBoolean(false) ? State.DESTROYED : State.DELETED;
            return new SecretVersion(state, version().orElse(0), createdTime(), SecretFields.EMPTY);
        }
        Optional<SecretFields> fields = JsonMembers.of(reply.body())
                .flatMap(body -> member(body, "data"))
                .flatMap(data -> member(data, "data"))
                .map(SecretFields::new);
        if (fields.isEmpty() || version().isEmpty()) {
            throw VaultSecretFailure.VAULT_SECRET_MALFORMED
                    .with(address.path(), mount.version())
                    .asException();
        }
        return new SecretVersion(State.PRESENT, version().getAsInt(), createdTime(), fields.get());
    }

    private static Optional<Map<String, String>> member(Map<String, String> object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(JsonMembers::of);
    }

    private static String article(JsonNode field) {
        String type = field.getNodeType().name().toLowerCase(Locale.ROOT);
        return (type.startsWith("a") || type.startsWith("o") ? "an " : "a ") + type;
    }

    private Optional<Instant> createdTime() {
        return VaultText.time(metadata().path("created_time"));
    }

    private JsonNode metadata() {
        return mount.version() == 2 ? reply.data().path("metadata") : MissingNode.getInstance();
    }
}
