package dev.codexrunner.rotation.check;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts the silence of a Vault that took the login and then answers no more, over all paths of a check. */
final class VaultSilence {

    private final Silence silence = new Silence(VaultSilence::isSilence, CheckFailure.ROTATION_VAULT_SILENT::with);

    /** The path with all its questions to Vault counted, that for its engine among them. */
    <P> CheckedPath open(P path, Function<P, CheckedPath> opening) {
        CheckedPath opened = silence.ask(() -> opening.apply(path));
        return new CheckedPath(
                opened.paths(), new Counted(opened.secrets(), silence), () -> silence.ask(opened.status()));
    }

    private static boolean isSilence(Failure failure) {
        return failure.kind() == FailureKind.CONNECTIVITY || failure.code().equals(VaultFailure.VAULT_TIMEOUT.code());
    }

    /** A check only reads; the rest is passed on as it is. */
    private record Counted(VersionedSecrets secrets, Silence silence) implements VersionedSecrets {

        @Override
        public SecretVersion latest(String path) {
            return silence.ask(() -> secrets.latest(path));
        }

        @Override
        public SecretVersion version(String path, int version) {
            return silence.ask(() -> secrets.version(path, version));
        }

        @Override
        public SecretMetadata metadata(String path) {
            return silence.ask(() -> secrets.metadata(path));
        }

        @Override
        public WriteResult write(String path, SecretFields fields, int cas) {
            return secrets.write(path, fields, cas);
        }

        @Override
        public void patchCustomMetadata(String path, Map<String, String> entries) {
            secrets.patchCustomMetadata(path, entries);
        }

        @Override
        public void destroy(String path, List<Integer> versions) {
            secrets.destroy(path, versions);
        }
    }
}
