package dev.codexrunner.jenkins.configuration;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Who gets an answer from a form's checks and lists. The others get none, and no error that would tell something. */
final class FormAccess {

    private FormAccess() {}

    /** @param context the job or folder that is configured; null for the controller */
    static boolean isGranted(@Nullable Item context) {
        return context == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : context.hasPermission(Item.CONFIGURE) || context.hasPermission(Item.EXTENDED_READ);
    }

    /** The names, and before them an entry that leaves the choice to what is configured further out. */
    static ListBoxModel choices(@Nullable Item context, List<String> names) {
        ListBoxModel choices = new ListBoxModel();
        if (isGranted(context)) {
            choices.add(Messages.FormAccess_notSet(), "");
            names.forEach(choices::add);
        }
        return choices;
    }
}
