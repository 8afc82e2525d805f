package dev.codexrunner.preflight;

import dev.codexrunner.config.TlsConfig;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.tls.CaBundle;
import dev.codexrunner.tls.CaOrigin;
import dev.codexrunner.tls.CaSelection;
import dev.codexrunner.tls.ClientIdentity;
import dev.codexrunner.tls.SslContexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Whom the run trusts: the company's bundle for codex, and Vault's own authorities, which are a matter of their own and
 * fall back to the bundle.
 *
 * @param origin what chose the bundle
 * @param bundle for codex; empty where nothing was given
 * @param vault for Vault alone
 */
public record TrustedAuthorities(CaOrigin origin, Optional<CaBundle> bundle, Optional<CaBundle> vault) {

    /**
     * Reads and checks every file that is named.
     *
     * @throws dev.codexrunner.failure.FailureException one of {@link dev.codexrunner.tls.TlsFailure}
     */
    public static TrustedAuthorities read(
            TlsConfig tls, VaultConfig vault, Map<String, String> environment, Clock clock) {
        CaSelection selection = CaSelection.select(tls.caBundle(), environment);
        return new TrustedAuthorities(
                selection.origin(),
                selection.files().isEmpty() ? Optional.empty() : Optional.of(CaBundle.read(selection.files(), clock)),
                vault.vaultCa().isEmpty() ? Optional.empty() : Optional.of(CaBundle.read(vault.vaultCa(), clock)));
    }

    /**
     * For our connection to Vault: its own authorities and nothing else, as {@code VAULT_CACERT} has it; else Java's
     * roots and the bundle.
     *
     * @throws dev.codexrunner.failure.FailureException where the client certificate or key can't be used
     */
    public SSLContext vaultContext(VaultConfig config, Clock clock) {
        Optional<ClientIdentity> identity = clientIdentity(config, clock);
        return vault.map(own -> SslContexts.trustingOnly(own, identity))
                .orElseGet(() -> SslContexts.create(bundle, identity));
    }

    private static Optional<ClientIdentity> clientIdentity(VaultConfig config, Clock clock) {
        return config.vaultClientCert()
                .flatMap(certificate ->
                        config.vaultClientKey().map(key -> ClientIdentity.read(certificate, key, clock)));
    }

    /** Sentences for the user. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        bundle.ifPresent(given -> warnings.addAll(given.warnings()));
        vault.ifPresent(given -> warnings.addAll(given.warnings()));
        return warnings;
    }
}
