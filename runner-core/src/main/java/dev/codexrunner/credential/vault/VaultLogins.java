package dev.codexrunner.credential.vault;

import dev.codexrunner.config.VaultLoginConfig;

/**
 * The one place where a login registers: a constant of {@link dev.codexrunner.config.VaultAuthMethod} and a line here;
 * the compiler asks for the line.
 */
final class VaultLogins {

    private VaultLogins() {}

    static VaultLogin of(VaultLoginConfig config) {
        LoginSettings settings = LoginSettings.of(config);
        return switch (config.vaultAuth()) {
            case TOKEN -> new TokenLogin(settings);
            case APPROLE -> new AppRoleLogin(settings);
            case JWT -> new JwtLogin(settings);
            case KUBERNETES -> new KubernetesLogin(settings);
            case CERT -> new CertificateLogin(settings);
            case USERPASS, LDAP -> new PasswordLogin(settings);
        };
    }
}
