package dev.codexrunner.preflight.credentialfile;

import java.util.List;

/** A file that is the credential: {@code ~/.vault-token}, a service account's token, a private key. */
record WholeFile() implements CredentialFormat {

    @Override
    public List<String> credentials(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip());
    }
}
