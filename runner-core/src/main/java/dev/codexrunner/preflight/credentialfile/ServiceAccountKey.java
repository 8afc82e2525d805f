package dev.codexrunner.preflight.credentialfile;

import java.util.List;

/** JSON of Google: a service account's key, or what {@code gcloud auth application-default login} leaves. */
record ServiceAccountKey() implements CredentialFormat {

    private static final NamedValues SECRETS =
            NamedValues.of("private_key", "refresh_token", "client_secret", "access_token");

    @Override
    public boolean holdsCredential(String text) {
        return !text.isBlank();
    }

    @Override
    public List<String> credentials(String text) {
        List<String> named = SECRETS.credentials(text);
        return named.isEmpty() ? new WholeFile().credentials(text) : named;
    }
}
