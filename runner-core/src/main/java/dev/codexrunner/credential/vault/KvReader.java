package dev.codexrunner.credential.vault;

import dev.codexrunner.config.KvVersion;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads one field of one secret, and finds out why where it can't.
 *
 * @param connection to the server
 * @param token with which to read
 * @param given whether the user gave the token, so that it may be the token itself that is refused
 */
record KvReader(VaultConnection connection, Secret token, boolean given) {

    KvSecret read(SecretAddress address, KvVersion kvVersion, OptionalInt pinned) {
        Optional<KvMount> stated = switch (kvVersion) {
            case AUTO -> Optional.empty();
            case V1 -> Optional.of(KvMount.firstSegment(address, 1));
            case V2 -> Optional.of(KvMount.firstSegment(address, 2));
        };
        KvMount mount = stated.or(() -> detect(address))
                // An old server, or no policy on anything below: the read itself will say which.
                .orElseGet(() -> KvMount.firstSegment(address, 2));
        KvAnswer answer = readAt(mount, address, pinned);
        if (!answer.found() && !answer.hasMetadata() && stated.isPresent()) {
            Optional<KvMount> actual = detect(address);
            if (actual.isPresent() && actual.get().version() != mount.version()) {
                throw VaultSecretFailure.VAULT_KV_VERSION_WRONG
                        .with(address.path(), actual.get().version(), mount.version())
                        .asException();
            }
            if (actual.isPresent() && !actual.get().equals(mount)) {
                answer = readAt(actual.get(), address, pinned); // a nested mount
            }
        }
        if (!answer.found()) {
            throw notRead(answer, pinned);
        }
        return answer.secret();
    }

    private KvAnswer readAt(KvMount mount, SecretAddress address, OptionalInt pinned) {
        if (mount.cannotPin(pinned)) {
            throw VaultSecretFailure.VAULT_PIN_NEEDS_V2
                    .with(address.path(), pinned.getAsInt())
                    .asException();
        }
        return new KvAnswer(connection.readSecret(mount, address, pinned, token), mount, address);
    }

    private Optional<KvMount> detect(SecretAddress address) {
        return KvMount.named(connection.readMount(address, token), address);
    }

    private FailureException notRead(KvAnswer answer, OptionalInt pinned) {
        SecretAddress address = answer.address();
        VaultReply reply = answer.reply();
        String words = VaultText.clean(reply.words());
        String apiPath = answer.mount().apiPath(address);
        if (answer.hasMetadata()) {
            return answer.goneVersion().asException();
        }
        if (answer.mount().isApiPath(address)) {
            return VaultSecretFailure.VAULT_API_PATH_GIVEN
                    .with(address.path(), answer.mount().pathMeant(address) + "#" + address.field())
                    .asException();
        }
        if (reply.status() == 401 || reply.status() == 403) {
            return (given ? VaultSecretFailure.VAULT_TOKEN_REFUSED : VaultSecretFailure.VAULT_READ_DENIED)
                    .with(address.path(), apiPath, words)
                    .asException();
        }
        if (reply.says("no handler for route") || reply.says("unsupported path")) {
            return VaultSecretFailure.VAULT_MOUNT_NOT_FOUND
                    .with(address.path(), words)
                    .asException();
        }
        if (reply.says("versioned K/V")) {
            return VaultSecretFailure.VAULT_KV_VERSION_WRONG
                    .with(address.path(), 2, 1)
                    .asException();
        }
        if (reply.status() == 404) {
            return latestVersion(answer, pinned)
                    .map(latest -> VaultSecretFailure.VAULT_VERSION_NOT_FOUND
                            .with(address.path(), pinned.getAsInt(), latest)
                            .asException())
                    .orElseGet(() -> VaultSecretFailure.VAULT_SECRET_NOT_FOUND
                            .with(address.path(), apiPath)
                            .asException());
        }
        return VaultFailure.VAULT_UNEXPECTED_STATUS
                .with(address.path(), reply.status(), words)
                .asException();
    }

    /** The latest version of a secret whose pinned one does not exist; empty where the secret itself does not. */
    private Optional<Integer> latestVersion(KvAnswer answer, OptionalInt pinned) {
        if (pinned.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt latest =
                readAt(answer.mount(), answer.address(), OptionalInt.empty()).version();
        return latest.isPresent() ? Optional.of(latest.getAsInt()) : Optional.empty();
    }
}
