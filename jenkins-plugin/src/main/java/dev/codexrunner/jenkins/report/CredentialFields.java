package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.CredentialView;

/** The part {@code credential} of report.json. */
final class CredentialFields {

    private CredentialFields() {}

    static CredentialView credential(JsonFields credential) {
        return new CredentialView(
                credential.textOr("source", "unknown"),
                credential.text("kind"),
                credential.text("fingerprint"),
                credential.flag("exposed"),
                credential.instant("expiresAt"),
                credential
                        .object("vault")
                        .map(vault -> new CredentialView.Vault(
                                vault.textOr("path", ""), vault.small("version"), vault.instant("createdTime"))));
    }
}
