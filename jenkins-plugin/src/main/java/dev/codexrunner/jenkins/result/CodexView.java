package dev.codexrunner.jenkins.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The codex that ran.
 *
 * @param attempts each start of it, in order
 */
public record CodexView(
        Optional<String> version,
        Optional<String> sha256,
        OptionalInt exitCode,
        Optional<String> threadId,
        Optional<String> model,
        Optional<String> sandbox,
        List<AttemptView> attempts) {

    public CodexView {
        attempts = List.copyOf(attempts);
    }

    /** A codex that never started. */
    public static CodexView unknown() {
        return new CodexView(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
