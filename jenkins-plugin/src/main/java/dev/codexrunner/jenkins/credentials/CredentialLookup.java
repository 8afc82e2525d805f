package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.request.CaBundle;
import dev.codexrunner.jenkins.request.SecretVariables;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.jenkins.request.VaultRequest;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Run;
import java.io.IOException;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Finds what a run names by id, with the run's own rights and in the run's own folder, and leaves a track of the use. Call it
 * as late as possible, and keep what it gives nowhere.
 */
@Restricted(NoExternalUse.class)
public final class CredentialLookup {

    private CredentialLookup() {}

    /**
     * What the runner needs for the token.
     *
     * @param request completed by the defaults
     * @throws PluginFailureException where the credential is missing, of another type, or holds nothing
     */
    public static RunSecrets secrets(TokenRequest request, Run<?, ?> run) throws PluginFailureException {
        if (request instanceof TokenRequest.FromVault from) {
            return secrets(from.vault(), run);
        }
        String id = ((TokenRequest.FromCredential) request).credentialsId();
        return RunSecrets.of(SecretVariables.ACCESS_TOKEN, found(id, CredentialPurpose.ACCESS_TOKEN, run));
    }

    /** The same for the login of a rotation check. */
    public static RunSecrets secrets(VaultRequest vault, Run<?, ?> run) throws PluginFailureException {
        Optional<String> variable = SecretVariables.of(vault);
        if (variable.isEmpty()) {
            return RunSecrets.NONE;
        }
        CredentialPurpose purpose = CredentialPurpose.of(vault);
        if (vault.credentialsId().isEmpty()) {
            throw new PluginFailureException(
                    PluginFailure.CREDENTIAL_NOT_NAMED, vault.authMethod(), purpose.fittingTypes());
        }
        String id = vault.credentialsId().get();
        FoundSecret found = found(id, purpose, run);
        VaultNamespaces.requireSame(id, found.namespace(), vault.namespace());
        return RunSecrets.of(variable.get(), found);
    }

    /**
     * Certificates for the agent, as PEM; empty where the agent has them already.
     *
     * @throws PluginFailureException where they can't be had, or are none
     */
    public static Optional<String> caBundle(CaBundle bundle, Run<?, ?> run) throws PluginFailureException {
        if (bundle instanceof CaBundle.OnController file) {
            return Optional.of(PemCertificates.inFile(file.path()));
        }
        if (bundle instanceof CaBundle.InCredential credential) {
            String id = credential.credentialsId();
            return Optional.of(PemCertificates.inCredential(
                    id, found(id, CredentialPurpose.CA_BUNDLE, run).secret()));
        }
        return Optional.empty();
    }

    private static FoundSecret found(String id, CredentialPurpose purpose, Run<?, ?> run)
            throws PluginFailureException {
        StandardCredentials credentials = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        if (credentials == null) {
            throw MissingCredential.problem(id, purpose, run);
        }
        Optional<CredentialType> type = CredentialType.serving(purpose, credentials);
        if (type.isEmpty()) {
            throw new PluginFailureException(
                    PluginFailure.CREDENTIAL_OF_WRONG_TYPE,
                    id,
                    credentials.getDescriptor().getDisplayName(),
                    purpose.fittingTypes());
        }
        CredentialsProvider.track(run, credentials);
        return read(id, purpose, credentials, type.get());
    }

    private static FoundSecret read(
            String id, CredentialPurpose purpose, StandardCredentials credentials, CredentialType type)
            throws PluginFailureException {
        FoundSecret found;
        try {
            found = type.read(purpose, credentials);
        } catch (IOException cause) {
            throw new PluginFailureException(PluginFailure.CREDENTIAL_UNREADABLE, id, cause.getMessage());
        }
        if (found.secret().isBlank()) {
            throw new PluginFailureException(PluginFailure.CREDENTIAL_EMPTY, id);
        }
        return found;
    }
}
