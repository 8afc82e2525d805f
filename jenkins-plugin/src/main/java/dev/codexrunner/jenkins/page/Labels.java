package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.result.RunKind;
import hudson.Util;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jvnet.localizer.LocaleProvider;
import org.jvnet.localizer.ResourceBundleHolder;

/** What the pages call things, in the reader's language. */
final class Labels {

    private static final ResourceBundleHolder TEXTS = ResourceBundleHolder.get(Messages.class);

    private static final List<String> STATES = List.of("completed", "failed", "declined", "in_progress");

    private static final List<String> CHANGES =
            List.of("added", "modified", "deleted", "replaced", "permissions", "add", "update", "delete");

    private Labels() {}

    /** Of a kind that this plugin does not know, its name in the report. */
    static String kind(String kind) {
        return RunKind.named(kind).isPresent() ? TEXTS.format("Kind." + kind) : ShownText.name(kind, 40);
    }

    static String state(String status) {
        return TEXTS.format("State." + (STATES.contains(status) ? status : "unknown"));
    }

    static String change(String kind) {
        return TEXTS.format("Change." + (CHANGES.contains(kind) ? kind : "unknown"));
    }

    /** @param ms in milliseconds */
    static String duration(OptionalLong ms) {
        return ms.isPresent() && ms.getAsLong() >= 0 ? Util.getTimeSpanString(ms.getAsLong()) : "";
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    static String number(OptionalLong number) {
        return number.isPresent() ? number(number.getAsLong()) : "";
    }

    private static Locale locale() {
        return LocaleProvider.getLocale();
    }
}
