package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.request.DurationText;
import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.Util;
import hudson.model.Item;
import hudson.tools.ToolInstallation;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What the forms of the steps offer and say. Says nothing to somebody who may not configure the job. */
public final class ExecChoices {

    private static final int MOST_SHOWN = 80;

    private ExecChoices() {}

    /** Nothing named, and these for who may configure. */
    static ListBoxModel of(@Nullable Item item, String... values) {
        ListBoxModel choices = new ListBoxModel(new ListBoxModel.Option(Messages.ExecChoices_default(), ""));
        if (isGranted(item)) {
            for (String value : values) {
                choices.add(value);
            }
        }
        return choices;
    }

    static ListBoxModel of(@Nullable Item item, ToolInstallation... installations) {
        return of(
                item,
                Arrays.stream(installations).map(ToolInstallation::getName).toArray(String[]::new));
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

    /** A list as steps keep it: null where it is empty, so that what is left open stays so in a Jenkinsfile. */
    public static @Nullable ArrayList<String> texts(@Nullable List<String> given) {
        ArrayList<String> kept = new ArrayList<>();
        (given == null ? List.<String>of() : given)
                .stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(kept::add);
        return kept.isEmpty() ? null : kept;
    }

    /** What is kept so, never null. */
    public static List<String> kept(@Nullable List<String> texts) {
        return texts == null ? List.of() : new ArrayList<>(texts);
    }

    /** As a form shows it. */
    public static String lines(@Nullable List<String> texts) {
        return String.join("\n", kept(texts));
    }

    static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }

    private static boolean isGranted(@Nullable Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }
}
