package dev.codexrunner.jenkins.credentials;

import java.util.Optional;

/** A credential of hashicorp-vault-plugin may name the namespace that it logs in to; the runner works in one only. */
final class VaultNamespaces {

    private VaultNamespaces() {}

    static void requireSame(String id, Optional<String> ofCredential, Optional<String> ofRequest)
            throws CredentialProblem {
        if (ofCredential.isPresent() && !plain(ofCredential).equals(plain(ofRequest))) {
            throw new CredentialProblem(Messages.VaultNamespaces_differ(id, ofCredential.get(), ofRequest.orElse("/")));
        }
    }

    private static String plain(Optional<String> namespace) {
        return namespace.orElse("").replaceAll("^/+|/+$", "");
    }
}
