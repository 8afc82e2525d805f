package dev.codexrunner.jenkins.credentials;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import java.util.Optional;

/** A credential of hashicorp-vault-plugin may name the namespace that it logs in to; the runner works in one only. */
final class VaultNamespaces {

    private VaultNamespaces() {}

    static void requireSame(String id, Optional<String> ofCredential, Optional<String> ofRequest)
            throws PluginFailureException {
        if (ofCredential.isPresent() && !plain(ofCredential).equals(plain(ofRequest))) {
            throw new PluginFailureException(
                    PluginFailure.CREDENTIAL_NAMESPACE_DIFFERS, id, ofCredential.get(), ofRequest.orElse("/"));
        }
    }

    private static String plain(Optional<String> namespace) {
        return namespace.orElse("").replaceAll("^/+|/+$", "");
    }
}
