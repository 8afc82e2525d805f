package dev.codexrunner.config;

import dev.codexrunner.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to log in to Vault. Values of type {@link Secret} come from variables only, never from an argument.
 *
 * @param vaultAuth the method
 * @param vaultAuthMount where it is mounted; by default the method's own name
 * @param vaultToken a Vault token, for {@code token}
 * @param vaultTokenFile file with a Vault token
 * @param vaultRoleId AppRole's role id
 * @param vaultSecretId AppRole's secret id, or the wrapping token around it
 * @param vaultSecretIdFile file with it
 * @param vaultWrapped whether the secret id is a response-wrapping token that must be unwrapped first
 * @param vaultRole the role, for jwt, kubernetes and cert
 * @param vaultJwt the JWT, for {@code jwt}
 * @param vaultJwtFile file with the JWT; for kubernetes by default the pod's service account token
 * @param vaultUsername user name, for userpass and ldap
 * @param vaultPassword password
 * @param vaultPasswordFile file with it
 */
public record VaultLoginConfig(
        VaultAuthMethod vaultAuth,
        Optional<String> vaultAuthMount,
        Optional<Secret> vaultToken,
        Optional<Path> vaultTokenFile,
        Optional<String> vaultRoleId,
        Optional<Secret> vaultSecretId,
        Optional<Path> vaultSecretIdFile,
        boolean vaultWrapped,
        Optional<String> vaultRole,
        Optional<Secret> vaultJwt,
        Optional<Path> vaultJwtFile,
        Optional<String> vaultUsername,
        Optional<Secret> vaultPassword,
        Optional<Path> vaultPasswordFile) {}
