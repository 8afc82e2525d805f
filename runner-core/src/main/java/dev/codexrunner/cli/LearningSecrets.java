package dev.codexrunner.cli;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretMetadata;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells of each token that comes out of Vault before anybody can print it. */
record LearningSecrets(VersionedSecrets secrets, String field, Consumer<Secret> learn) implements VersionedSecrets {

    @Override
    public SecretVersion latest(String path) {
        return learned(secrets.latest(path));
    }

    @Override
    public SecretVersion version(String path, int version) {
        return learned(secrets.version(path, version));
    }

    @Override
    public WriteResult write(String path, SecretFields fields, int cas) {
        return secrets.write(path, fields, cas);
    }

    @Override
    public SecretMetadata metadata(String path) {
        return secrets.metadata(path);
    }

    @Override
    public void patchCustomMetadata(String path, Map<String, String> entries) {
        secrets.patchCustomMetadata(path, entries);
    }

    @Override
    public void destroy(String path, List<Integer> versions) {
        secrets.destroy(path, versions);
    }

    private SecretVersion learned(SecretVersion version) {
        version.fields().text(field).filter(token -> !token.isBlank()).ifPresent(learn);
        return version;
    }

    @Override
    public String toString() {
        return "LearningSecrets";
    }
}
