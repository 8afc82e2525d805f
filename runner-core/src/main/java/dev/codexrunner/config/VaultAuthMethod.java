package dev.codexrunner.config;

/** How the runner logs in to Vault. */
public enum VaultAuthMethod {
    TOKEN,
    APPROLE,
    JWT,
    KUBERNETES,
    CERT,
    USERPASS,
    LDAP
}
