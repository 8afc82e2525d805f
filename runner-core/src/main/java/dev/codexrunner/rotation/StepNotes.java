package dev.codexrunner.rotation;

import java.util.List;

/**
 * What a step had to tell until its end, whether it was done or failed.
 *
 * @param lines what was found and done, a sentence each. Never a secret
 * @param warnings sentences for the user
 */
public record StepNotes(List<String> lines, List<String> warnings) {

    /** Of a step that had not begun. */
    public static final StepNotes NONE = new StepNotes(List.of(), List.of());

    public StepNotes {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}
