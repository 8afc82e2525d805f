package dev.codexrunner.run;

import dev.codexrunner.journal.RunManifest;
import dev.codexrunner.report.RunReport;
import java.util.Optional;

/** The report's section about the credential, live and in replay. */
final class CredentialSection {

    static final RunReport.Credential UNKNOWN = new RunReport.Credential(
            "unknown", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private CredentialSection() {}

    static RunReport.Credential of(RunManifest.CredentialFacts facts) {
        return new RunReport.Credential(
                facts.source(),
                facts.kind(),
                facts.fingerprint(),
                Optional.of(facts.exposed()),
                facts.expiresAt(),
                facts.vault().map(vault -> new RunReport.Vault(vault.path(), vault.version(), vault.createdTime())));
    }
}
