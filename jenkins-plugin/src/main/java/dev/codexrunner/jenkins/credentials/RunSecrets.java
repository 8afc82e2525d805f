package dev.codexrunner.jenkins.credentials;

import dev.codexrunner.jenkins.request.RunInputs;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import dev.codexrunner.secret.Secret;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * What a run is given of the controller's credentials. Not serializable, as it must not outlive the start of the process:
 * after a restart it is looked up again, by id.
 *
 * @param variables of the runner's environment
 * @param roleId of AppRole
 * @param wrapped whether the secret id is a wrapping token
 * @param userName for userpass and ldap
 * @param authMount where the credential says that its login method is mounted
 */
@Restricted(NoExternalUse.class)
public record RunSecrets(
        Map<String, Secret> variables,
        Optional<String> roleId,
        boolean wrapped,
        Optional<String> userName,
        Optional<String> authMount) {

    /** Of a run that needs none. */
    public static final RunSecrets NONE =
            new RunSecrets(Map.of(), Optional.empty(), false, Optional.empty(), Optional.empty());

    public RunSecrets {
        variables = Map.copyOf(variables);
    }

    static RunSecrets of(String variable, FoundSecret found) {
        return new RunSecrets(
                Map.of(variable, Secret.of(variable, found.secret())),
                found.roleId(),
                found.wrapped(),
                found.userName(),
                found.authMount());
    }

    /** The inputs, and what of the credentials is no secret. */
    public RunInputs addedTo(RunInputs inputs) {
        RunInputs withRole = roleId.map(id -> inputs.withAppRole(id, wrapped)).orElse(inputs);
        return userName.map(withRole::withUserName).orElse(withRole);
    }

    /** The request, logging in where the credential says unless it says so itself. */
    public TokenRequest completing(TokenRequest request) {
        return request instanceof TokenRequest.FromVault from
                ? new TokenRequest.FromVault(completing(from.vault()))
                : request;
    }

    /** The same for a rotation check. */
    public VaultRequest completing(VaultRequest vault) {
        return vault.authMount().isPresent() || authMount.isEmpty()
                ? vault
                : new VaultRequest(
                        vault.address(),
                        vault.namespace(),
                        vault.auth(),
                        authMount,
                        vault.role(),
                        vault.path(),
                        vault.kvVersion(),
                        vault.secretVersion(),
                        vault.credentialsId());
    }
}
