package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.request.DurationText;
import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.Util;
import hudson.model.Item;
import hudson.tools.ToolInstallation;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What the forms of the steps offer and say. Says nothing to somebody who may not configure the job. */
public final class ExecChoices {

    private static final int MOST_SHOWN = 80;

    private ExecChoices() {}

    /** Nothing named, and these. */
    static ListBoxModel of(String... values) {
        ListBoxModel choices = new ListBoxModel(new ListBoxModel.Option(Messages.ExecChoices_default(), ""));
        for (String value : values) {
            choices.add(value);
        }
        return choices;
    }

    static ListBoxModel of(@Nullable Item item, ToolInstallation... installations) {
        ListBoxModel choices = of();
        if (isGranted(item)) {
            for (ToolInstallation installation : installations) {
                choices.add(installation.getName());
            }
        }
        return choices;
    }

    public static FormValidation duration(@Nullable Item item, @Nullable String text) {
        String given = Util.fixEmptyAndTrim(text);
        return !isGranted(item) || given == null || DurationText.parse(given).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(Messages.ExecChoices_duration(given));
    }

    public static FormValidation kinds(@Nullable Item item, String field, @Nullable String lines) {
        List<String> problems = isGranted(item) && lines != null
                ? BuildEffect.problems(field, lines.lines().toList())
                : List.of();
        return problems.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join(" ", problems));
    }

    static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }

    private static boolean isGranted(@Nullable Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
