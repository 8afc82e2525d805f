package dev.codexrunner.jenkins.configuration;

import dev.codexrunner.jenkins.request.DurationText;
import hudson.Util;
import hudson.model.Label;
import hudson.util.FormValidation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks of what people type into the forms; blank is always right, as it leaves the choice to others. */
final class FormTexts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private FormTexts() {}

    static FormValidation duration(@Nullable String text) {
        return blank(text) || DurationText.parse(text.strip()).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(Messages.FormTexts_duration(text));
    }

    static FormValidation address(@Nullable String text) {
        if (blank(text)) {
            return FormValidation.ok();
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = Util.fixNull(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getFragment() != null) {
                return FormValidation.error(Messages.FormTexts_address());
            }
            boolean safe = scheme.equals("https") || scheme.equals("http") && LOOPBACK.contains(uri.getHost());
            return safe ? FormValidation.ok() : FormValidation.error(Messages.FormTexts_https());
        } catch (URISyntaxException malformed) {
            return FormValidation.error(Messages.FormTexts_address());
        }
    }

    static FormValidation secretPath(@Nullable String text) {
        if (blank(text)) {
            return FormValidation.ok();
        }
        String path = text.strip();
        int field = path.lastIndexOf('#');
        boolean complete = path.indexOf('/') > 0 && field != path.length() - 1 && field != 0;
        return complete ? FormValidation.ok() : FormValidation.error(Messages.FormTexts_secretPath());
    }

    static FormValidation wholeNumber(@Nullable String text) {
        return blank(text) || text.strip().matches("[1-9][0-9]{0,9}")
                ? FormValidation.ok()
                : FormValidation.error(Messages.FormTexts_wholeNumber());
    }

    static FormValidation labelExpression(@Nullable String text) {
        if (blank(text)) {
            return FormValidation.ok();
        }
        try {
            Label.parseExpression(text.strip());
            return FormValidation.ok();
        } catch (IllegalArgumentException malformed) {
            return FormValidation.error(Messages.FormTexts_label(malformed.getMessage()));
        }
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
