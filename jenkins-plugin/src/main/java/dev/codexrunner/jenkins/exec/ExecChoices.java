package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.configuration.FormAccess;
import dev.codexrunner.jenkins.request.PolicyEntries;
import dev.codexrunner.jenkins.result.BuildEffect;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What the forms of the steps offer and say. Says nothing to somebody who may not configure the job. */
@Restricted(NoExternalUse.class)
public final class ExecChoices {

    private static final int MOST_SHOWN = 80;

    private ExecChoices() {}

    /** What is wrong with what was filled in, for who may configure the job. */
    public static FormValidation answer(@Nullable Item item, List<String> problems) {
        return problems.isEmpty() || !FormAccess.isGranted(item)
                ? FormValidation.ok()
                : FormValidation.error(String.join(" ", problems));
    }

    static FormValidation bound(@Nullable Item item, String key, @Nullable String text) {
        String given = Util.fixEmptyAndTrim(text);
        return answer(item, given == null ? List.of() : PolicyEntries.value(key, List.of(given)));
    }

    public static FormValidation kinds(@Nullable Item item, String field, @Nullable String lines) {
        List<String> problems = FormAccess.isGranted(item) && lines != null
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
}
