package dev.codexrunner.doctor;

import dev.codexrunner.config.ConfigFailure;
import dev.codexrunner.config.TokenSourceKind;
import dev.codexrunner.config.VaultConfig;
import dev.codexrunner.credential.vault.VaultFailure;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.preflight.TrustedAuthorities;
import dev.codexrunner.transport.ConnectionDiagnosis;
import dev.codexrunner.transport.ProxySettings;
import java.net.URI;
import java.util.Set;

/** Reaches Vault's own report of its health, which needs no login. */
record VaultCheck(Subject subject) implements Check {

    private static final int NOT_INITIALISED = 501;
    private static final int SEALED = 503;
    private static final int DISASTER_RECOVERY_STANDBY = 472;

    static boolean applies(Subject subject) {
        return subject.config().token().tokenSource() == TokenSourceKind.VAULT;
    }

    @Override
    public Link link() {
        return Link.VAULT;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.CA_BUNDLE, Link.PROXY);
    }

    @Override
    public CheckResult run(Findings found) {
        if (!applies(subject)) {
            return new CheckResult.Skipped("not used: the token comes from "
                    + WireName.dashed(subject.config().token().tokenSource()));
        }
        VaultConfig config = subject.config().vault();
        URI address = config.vaultAddr()
                .orElseThrow(() -> ConfigFailure.VAULT_SETTING_MISSING
                        .with("--vault-addr", "--vault-addr", "There is no default address.")
                        .asException());
        String base = address.toString().replaceAll("/+$", "");
        URI health = URI.create(base + "/v1/sys/health?standbyok=true&perfstandbyok=true");
        ProxySettings proxies = found.get(ProxySettings.class);
        Handshake handshake = Handshake.with(
                health,
                "GET",
                found.get(TrustedAuthorities.class)
                        .vaultContext(config, subject.surroundings().clock()),
                proxies);
        ConnectionDiagnosis.ofResponse(handshake.status(), handshake.contentType(), health, proxies)
                .ifPresent(failure -> {
                    throw failure.asException();
                });
        String detail = base + ", " + handshake.described();
        return switch (handshake.status()) {
            case SEALED -> new CheckResult.Failed(detail, VaultFailure.VAULT_SEALED.with(base));
            case NOT_INITIALISED -> new CheckResult.Failed(detail, VaultFailure.VAULT_NOT_INITIALISED.with(base));
            case DISASTER_RECOVERY_STANDBY ->
                new CheckResult.Failed(detail, VaultFailure.VAULT_STANDBY.with(base, handshake.status()));
            // Any other answer is Vault's: where its health is hidden, the login tells.
            default -> new CheckResult.Passed(detail);
        };
    }
}
