package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.ModelObject;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jenkins.model.Jenkins;

/**
 * A run doesn't see the credential that it names. Its log says what may be the matter, but not whether the id exists
 * elsewhere: who writes a Jenkinsfile could find out other teams' ids. Which it is, the controller's own log tells.
 */
final class MissingCredential {

    private static final Logger LOGGER = Logger.getLogger(MissingCredential.class.getName());

    private MissingCredential() {}

    static PluginFailureException problem(String id, CredentialPurpose purpose, Run<?, ?> run) {
        String job = run.getParent().getFullName();
        LOGGER.info(() -> place(id)
                .map(place -> Messages.MissingCredential_elsewhere(run.getFullDisplayName(), id, place))
                .orElseGet(() -> Messages.MissingCredential_nowhere(run.getFullDisplayName(), id)));
        return new PluginFailureException(PluginFailure.CREDENTIAL_NOT_VISIBLE, id, job, purpose.fittingTypes());
    }

    @SuppressWarnings("try")
    private static Optional<String> place(String id) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            Stream<ModelObject> contexts = Stream.concat(
                    Stream.of(Jenkins.get()),
                    Jenkins.get().getAllItems(Item.class).stream().filter(ItemGroup.class::isInstance));
            return contexts.flatMap(context -> StreamSupport.stream(
                            CredentialsProvider.lookupStores(context).spliterator(), false))
                    .filter(store -> holds(store, id))
                    .map(store -> store.getContext() instanceof Item item
                            ? Messages.MissingCredential_inFolder(item.getFullName())
                            : Messages.MissingCredential_inStore(store.getContextDisplayName()))
                    .findFirst();
        }
    }

    private static boolean holds(CredentialsStore store, String id) {
        return store.getDomains().stream()
                .map(store::getCredentials)
                .flatMap(List::stream)
                .anyMatch(each -> each instanceof IdCredentials identified
                        && identified.getId().equals(id));
    }
}
