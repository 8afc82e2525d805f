package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A run doesn't see the credential that it names. Its log says what may be the matter, but not whether the id exists
 * elsewhere: who writes a Jenkinsfile could find out other teams' ids. Which it is, the controller's own log tells.
 */
final class MissingCredential {

    private static final Logger LOGGER = Logger.getLogger(MissingCredential.class.getName());

    /** How many of them are looked into. */
    static final int MOST_FOLDERS = 200;

    private static final int MOST_SHOWN = 200;

    private MissingCredential() {}

    static PluginFailureException problem(String id, CredentialPurpose purpose, Run<?, ?> run) {
        String job = run.getParent().getFullName();
        String build = shown(run.getFullDisplayName());
        LOGGER.info(() -> place(id, run)
                .map(place -> Messages.MissingCredential_elsewhere(build, shown(id), place))
                .orElseGet(() -> Messages.MissingCredential_notNear(build, shown(id))));
        return new PluginFailureException(PluginFailure.CREDENTIAL_NOT_VISIBLE, id, job, purpose.fittingTypes());
    }

    /** Whoever starts builds chooses the id, and each of them would have all folders searched: so only those near by are. */
    @SuppressWarnings("try")
    private static Optional<String> place(String id, Run<?, ?> run) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return near(run.getParent())
                    .distinct()
                    .limit(MOST_FOLDERS)
                    .flatMap(MissingCredential::stores)
                    .filter(store -> holds(store, id))
                    .map(store -> store.getContext() instanceof Item item
                            ? Messages.MissingCredential_inFolder(item.getFullName())
                            : Messages.MissingCredential_inStore(store.getContextDisplayName()))
                    .findFirst();
        }
    }

    /** The folders around a job, from the innermost to Jenkins itself, each with those that lie in it. */
    private static Stream<ItemGroup<?>> near(Item job) {
        return Stream.<ItemGroup<?>>iterate(
                        job.getParent(),
                        Objects::nonNull,
                        group -> group instanceof Item folder ? folder.getParent() : null)
                .flatMap(group -> Stream.concat(
                        Stream.of(group),
                        group.getItems().stream()
                                .filter(ItemGroup.class::isInstance)
                                .map(item -> (ItemGroup<?>) item)));
    }

    /** Its own, and not those around it, too. */
    private static Stream<CredentialsStore> stores(ItemGroup<?> group) {
        return CredentialsProvider.all().stream()
                .map(provider -> provider.getStore(group))
                .filter(Objects::nonNull);
    }

    /** As the log of the controller may have it: an id can hold line breaks, and be of any length. */
    private static String shown(String text) {
        String start = text.substring(0, Math.min(MOST_SHOWN, text.length()));
        return start.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cf}]", "?");
    }

    private static boolean holds(CredentialsStore store, String id) {
        return store.getDomains().stream()
                .map(store::getCredentials)
                .flatMap(List::stream)
                .anyMatch(each -> each instanceof IdCredentials identified
                        && identified.getId().equals(id));
    }
}
