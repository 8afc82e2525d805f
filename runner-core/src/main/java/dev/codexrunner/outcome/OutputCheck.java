package dev.codexrunner.outcome;

import java.util.List;
import java.util.Optional;

/**
 * What came of checking the final message against the output schema.
 *
 * @param notJson why it is no JSON; empty where it is
 * @param violations each place where it breaks the schema, bounded
 * @param structuredOutput the message as JSON text, where it is valid
 */
public record OutputCheck(Optional<String> notJson, List<String> violations, Optional<String> structuredOutput) {

    public OutputCheck {
        violations = List.copyOf(violations);
    }

    public boolean valid() {
        return notJson.isEmpty() && violations.isEmpty();
    }
}
