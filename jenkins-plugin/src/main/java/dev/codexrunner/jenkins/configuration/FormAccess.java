package dev.codexrunner.jenkins.configuration;

import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Who gets an answer from a form's checks and lists. The others get none, and no error that would tell something. */
@Restricted(NoExternalUse.class)
public final class FormAccess {

    private FormAccess() {}

    /** @param context the job or folder that is configured; null for the controller */
    public static boolean isGranted(@Nullable Item context) {
        return context == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : context.hasPermission(Item.CONFIGURE) || context.hasPermission(Item.EXTENDED_READ);
    }

    /**
     * The names, and before them an entry that leaves the choice to what is configured further out.
     *
     * @param current what is chosen now: it stays chosen and is marked where it is not among the names
     */
    public static ListBoxModel choices(@Nullable Item context, List<String> names, @Nullable String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.FormAccess_notSet(), "");
        if (isGranted(context)) {
            names.forEach(choices::add);
        }
        String kept = Util.fixEmptyAndTrim(current);
        if (kept != null && choices.stream().noneMatch(choice -> choice.value.equals(kept))) {
            choices.add(isGranted(context) ? Messages.FormAccess_notOffered(kept) : kept, kept);
        }
        return choices;
    }
}
