package dev.codexrunner.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.springframework.security.core.Authentication;

/** Ids for the forms. Who may not use credentials where the form stands learns of none. */
@Restricted(NoExternalUse.class)
public final class CredentialChoices {

    private CredentialChoices() {}

    /**
     * @param context the job or folder that is configured; null for the controller
     * @param current what is chosen now, which stays choosable
     */
    public static ListBoxModel of(@Nullable Item context, @Nullable String current, CredentialPurpose... purposes) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (mayList(context)) {
            choices.includeEmptyValue()
                    .includeMatchingAs(
                            authentication(context), context, StandardCredentials.class, List.of(), matcher(purposes));
        }
        return choices.includeCurrentValue(Util.fixNull(current));
    }

    /** Tells of an id that can't be found, where its place isn't a build parameter's. */
    public static FormValidation check(@Nullable Item context, @Nullable String id, CredentialPurpose... purposes) {
        String given = Util.fixEmptyAndTrim(id);
        if (given == null || given.startsWith("${") || !mayList(context)) {
            return FormValidation.ok();
        }
        boolean found = !CredentialsProvider.listCredentialsInItem(
                        StandardCredentials.class,
                        context,
                        authentication(context),
                        List.of(),
                        each -> each instanceof StandardCredentials known
                                && known.getId().equals(given)
                                && matcher(purposes).matches(each))
                .isEmpty();
        return found ? FormValidation.ok() : FormValidation.warning(Messages.CredentialChoices_notFound(given));
    }

    private static boolean mayList(@Nullable Item context) {
        return context == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : context.hasPermission(Item.EXTENDED_READ) || context.hasPermission(CredentialsProvider.USE_ITEM);
    }

    private static Authentication authentication(@Nullable Item context) {
        return context instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    /** Those of scope System serve the controller itself; a run does not see them. */
    private static CredentialsMatcher matcher(CredentialPurpose... purposes) {
        return each -> each instanceof StandardCredentials known
                && known.getScope() != CredentialsScope.SYSTEM
                && Arrays.stream(purposes)
                        .anyMatch(purpose ->
                                CredentialType.serving(purpose, known).isPresent());
    }
}
