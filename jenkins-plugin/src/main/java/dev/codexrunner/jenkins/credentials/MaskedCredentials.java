package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import dev.codexrunner.jenkins.request.TokenRequest;
import dev.codexrunner.secret.Secret;
import hudson.model.Run;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The secrets behind the ids that a build used, for the mask over its log. */
@Restricted(NoExternalUse.class)
public final class MaskedCredentials {

    private static final List<CredentialPurpose> SECRET_PURPOSES = Arrays.stream(CredentialPurpose.values())
            .filter(purpose -> purpose != CredentialPurpose.CA_BUNDLE)
            .toList();

    private MaskedCredentials() {}

    /** Ids to remember in the build, so that its log can be masked after a restart too. */
    public static Set<String> idsOf(TokenRequest request) {
        return request instanceof TokenRequest.FromVault from
                ? from.vault().credentialsId().map(Set::of).orElse(Set.of())
                : Set.of(((TokenRequest.FromCredential) request).credentialsId());
    }

    /**
     * Never fails: what can't be resolved any more is left out. A credential that makes a new secret each time, such as an id
     * token, gives another one than the run got; the mask has to learn that one when the run gets it.
     */
    public static List<Secret> secretsOf(Collection<String> ids, Run<?, ?> run) {
        return ids.stream().flatMap(id -> secretOf(id, run).stream()).distinct().toList();
    }

    private static Optional<Secret> secretOf(String id, Run<?, ?> run) {
        StandardCredentials credentials = CredentialsProvider.findCredentialById(id, StandardCredentials.class, run);
        return credentials == null
                ? Optional.empty()
                : SECRET_PURPOSES.stream()
                        .flatMap(purpose -> secret(purpose, credentials))
                        .findFirst();
    }

    private static Stream<Secret> secret(CredentialPurpose purpose, StandardCredentials credentials) {
        Optional<CredentialType> type = CredentialType.serving(purpose, credentials);
        if (type.isEmpty()) {
            return Stream.empty();
        }
        try {
            String text = type.get().read(purpose, credentials).secret();
            return text.isBlank() ? Stream.empty() : Stream.of(Secret.of(credentials.getId(), text));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
