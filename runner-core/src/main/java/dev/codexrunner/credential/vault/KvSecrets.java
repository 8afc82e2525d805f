package dev.codexrunner.credential.vault;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets of one engine, over a session's requests.
 *
 * @param session gives connection and token
 * @param mount the engine, of version 2
 */
record KvSecrets(VaultSession session, KvMount mount) implements VersionedSecrets {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CAS_LOST = "did not match the current version";

    @Override
    public SecretVersion latest(String path) {
        return read(address(path), OptionalInt.empty());
    }

    @Override
    public SecretVersion version(String path, int version) {
        if (version < 1) { // Vault takes 0 for the latest one
            return SecretVersion.ABSENT;
        }
        return read(address(path), OptionalInt.of(version));
    }

    private SecretVersion read(SecretAddress address, OptionalInt version) {
        VaultReply reply = session.reply((connection, token) -> connection.readSecret(mount, address, version, token));
        KvAnswer answer = new KvAnswer(reply, mount, address);
        if (answer.found() || answer.hasMetadata()) {
            return answer.asVersion();
        }
        if (isAbsent(reply)) {
            return SecretVersion.ABSENT;
        }
        throw notRead(reply, address, mount.apiPath(address));
    }

    @Override
    public WriteResult write(String path, SecretFields fields, int cas) {
        SecretAddress address = address(path);
        String body =
                "{\"options\":{\"cas\":" + cas + "},\"data\":" + fields.json().reveal() + "}";
        JsonRequest request = JsonRequest.post(mount.apiPath(address), body);
        VaultExchange.Outcome outcome = session.outcome((connection, token) -> connection.write(request, token));
        return outcome instanceof VaultExchange.Outcome.Answered answered
                ? written(answered.reply(), address, fields)
                : new WriteResult.Unknown(((VaultExchange.Outcome.Open) outcome).failure());
    }

    private WriteResult written(VaultReply reply, SecretAddress address, SecretFields fields) {
        JsonNode version = reply.data().path("version");
        if (reply.status() == 200) {
            return version.isInt()
                    ? new WriteResult.Written(version.intValue())
                    : new WriteResult.Unknown(
                            VaultSecretFailure.VAULT_SECRET_MALFORMED.with(address.path(), mount.version()));
        }
        if (reply.status() == 400 && reply.says(CAS_LOST)) {
            return new WriteResult.CasLost();
        }
        throw notChanged(reply, address, "data", "\"create\", \"update\"", texts(fields));
    }

    /** Vault's words can quote a value that it could not take. */
    private static List<Secret> texts(SecretFields fields) {
        return fields.names().stream()
                .flatMap(name -> fields.text(name).stream())
                .toList();
    }

    @Override
    public SecretMetadata metadata(String path) {
        SecretAddress address = address(path);
        VaultReply reply = session.reply((connection, token) -> connection.readMetadata(mount, address, token));
        if (reply.status() == 200) {
            return MetadataAnswer.of(reply)
                    .orElseThrow(() -> VaultSecretFailure.VAULT_SECRET_MALFORMED
                            .with(address.path(), mount.version())
                            .asException());
        }
        if (isAbsent(reply)) {
            return SecretMetadata.ABSENT;
        }
        throw notRead(reply, address, mount.apiPath("metadata", address));
    }

    @Override
    public void patchCustomMetadata(String path, Map<String, String> entries) {
        SecretAddress address = address(path);
        JsonRequest patch = JsonRequest.mergePatch(mount.apiPath("metadata", address), customMetadata(entries));
        VaultReply reply = session.reply((connection, token) -> connection.change(patch, token));
        switch (reply.status()) {
            case 200, 204 -> {}
            // Absent metadata or an unknown method, and a policy from before PATCH: the whole map may be written still.
            case 403, 404, 405, 415 -> replaceCustomMetadata(address, entries, reply);
            default -> throw notChanged(reply, address, "metadata", "\"patch\"", List.of());
        }
    }

    private void replaceCustomMetadata(SecretAddress address, Map<String, String> entries, VaultReply patched) {
        VaultReply read = session.reply((connection, token) -> connection.readMetadata(mount, address, token));
        if (read.status() != 200 && !isAbsent(read)) {
            throw notChanged(patched, address, "metadata", "\"patch\"", List.of());
        }
        Map<String, String> merged = new LinkedHashMap<>(
                MetadataAnswer.of(read).orElse(SecretMetadata.ABSENT).custom());
        merged.putAll(entries);
        JsonRequest whole = JsonRequest.post(mount.apiPath("metadata", address), customMetadata(merged));
        VaultReply reply = session.reply((connection, token) -> connection.change(whole, token));
        if (reply.status() != 200 && reply.status() != 204) {
            String needed = patched.status() == 403 ? "\"patch\"" : "\"create\", \"update\"";
            throw notChanged(reply, address, "metadata", needed, List.of());
        }
    }

    private static String customMetadata(Map<String, String> entries) {
        return JSON.writeValueAsString(Map.of("custom_metadata", entries));
    }

    @Override
    public void destroy(String path, List<Integer> versions) {
        if (versions.isEmpty()) { // Vault would refuse it
            return;
        }
        SecretAddress address = address(path);
        String body = versions.stream().map(String::valueOf).collect(Collectors.joining(",", "{\"versions\":[", "]}"));
        JsonRequest request = JsonRequest.post(mount.apiPath("destroy", address), body);
        VaultReply reply = session.reply((connection, token) -> connection.change(request, token));
        if (reply.status() != 200 && reply.status() != 204) {
            throw notChanged(reply, address, "destroy", "\"update\"", List.of());
        }
    }

    private SecretAddress address(String path) {
        SecretAddress address = SecretAddress.ofPath(path);
        if (!mount.contains(address)) {
            throw new IllegalArgumentException(path + " does not lie in " + mount.path() + "/");
        }
        return address;
    }

    private static boolean isAbsent(VaultReply reply) {
        return reply.status() == 404 && !isNoMount(reply);
    }

    private static boolean isNoMount(VaultReply reply) {
        return reply.says("no handler for route") || reply.says("unsupported path");
    }

    private FailureException notRead(VaultReply reply, SecretAddress address, String apiPath) {
        String words = VaultText.clean(reply.words());
        if (reply.status() == 401 || reply.status() == 403) {
            return (session.isGiven() ? VaultSecretFailure.VAULT_TOKEN_REFUSED : VaultSecretFailure.VAULT_READ_DENIED)
                    .with(address.path(), apiPath, words)
                    .asException();
        }
        return (isNoMount(reply)
                        ? VaultSecretFailure.VAULT_MOUNT_NOT_FOUND.with(address.path(), words)
                        : VaultFailure.VAULT_UNEXPECTED_STATUS.with(address.path(), reply.status(), words))
                .asException();
    }

    private FailureException notChanged(
            VaultReply reply, SecretAddress address, String part, String capabilities, Collection<Secret> sent) {
        String words = VaultText.clean(reply.words(), sent);
        if (reply.status() == 401 || reply.status() == 403) {
            return VaultSecretFailure.VAULT_WRITE_DENIED
                    .with(address.path(), mount.apiPath(part, address), capabilities, words)
                    .asException();
        }
        return (isNoMount(reply)
                        ? VaultSecretFailure.VAULT_MOUNT_NOT_FOUND.with(address.path(), words)
                        : VaultSecretFailure.VAULT_WRITE_REFUSED.with(address.path(), reply.status(), words))
                .asException();
    }
}
