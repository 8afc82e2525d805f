package dev.codexrunner.jenkins.configuration;

import hudson.Util;
import hudson.model.Item;
import hudson.model.Label;
import hudson.util.FormValidation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of what people type into the forms; blank is always right, as it leaves the choice to others. */
final class FormTexts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private FormTexts() {}

    /** What a form answers where these are wrong. */
    static FormValidation answer(@Nullable Item context, List<String> problems) {
        return problems.isEmpty() || !FormAccess.isGranted(context)
                ? FormValidation.ok()
                : FormValidation.error(String.join(" ", problems));
    }

    static FormValidation address(@Nullable String text) {
        List<String> problems = blank(text) ? List.of() : addressProblems(text.strip());
        return problems.isEmpty() ? FormValidation.ok() : FormValidation.error(String.join(" ", problems));
    }

    static List<String> addressProblems(String text) {
        try {
            URI uri = new URI(text);
            String scheme = Util.fixNull(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getFragment() != null) {
                return List.of(Messages.FormTexts_address());
            }
            boolean safe = scheme.equals("https") || scheme.equals("http") && LOOPBACK.contains(uri.getHost());
            return safe ? List.of() : List.of(Messages.FormTexts_https());
        } catch (URISyntaxException malformed) {
            return List.of(Messages.FormTexts_address());
        }
    }

    static List<String> secretPathProblems(String path) {
        int field = path.lastIndexOf('#');
        boolean complete = path.indexOf('/') > 0 && field != path.length() - 1 && field != 0;
        return complete ? List.of() : List.of(Messages.FormTexts_secretPath());
    }

    static List<String> labelProblems(String text) {
        try {
            Label.parseExpression(text);
            return List.of();
        } catch (IllegalArgumentException malformed) {
            return List.of(Messages.FormTexts_label(malformed.getMessage()));
        }
    }

    /** The text alone, or nothing. */
    static List<String> given(@Nullable String text) {
        return blank(text) ? List.of() : List.of(text.strip());
    }

    /** Of a field that has an entry on each line. */
    static List<String> lines(@Nullable String text) {
        return kept(Util.fixNull(text).lines().toList());
    }

    static boolean blank(@Nullable String text) {
        return Util.fixEmptyAndTrim(text) == null;
    }

    /** A list that can be saved: without blanks, and mutable, as Jenkins writes it to disk by its class. */
    static List<String> kept(@Nullable Collection<String> texts) {
        List<String> kept = new ArrayList<>();
        if (texts != null) {
            texts.stream().filter(text -> !blank(text)).map(String::strip).forEach(kept::add);
        }
        return kept;
    }

    /** The same; null where it is empty, so that neither config.xml nor an export shows it. */
    static @Nullable List<String> keptOrNull(@Nullable Collection<String> texts) {
        List<String> kept = kept(texts);
        return kept.isEmpty() ? null : kept;
    }
}
