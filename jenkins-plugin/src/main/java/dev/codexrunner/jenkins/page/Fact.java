package dev.codexrunner.jenkins.page;

import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Something known of a run.
 *
 * @param code whether it is to be read letter by letter
 */
@Restricted(NoExternalUse.class)
public record Fact(String label, String text, boolean code) {

    static Fact of(String label, String text) {
        return new Fact(label, ShownText.line(text, 500), false);
    }

    static Fact code(String label, String text) {
        return new Fact(label, ShownText.line(text, 500), true);
    }
}
