package dev.codexrunner.doctor;

import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.Ending;

/** What a codex that failed says about it. */
final class CodexWords {

    private static final int LONGEST = 500;

    private CodexWords() {}

    /** The first line of its complaint; not redacted. */
    static String complaint(BoundedCommand.Result result) {
        if (result.exit().ending() != Ending.EXITED) {
            return "nothing within its bound";
        }
        String line = result.stderr()
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith("warning:") && !text.startsWith("WARNING:"))
                .findFirst()
                .orElse("nothing, and ended with exit code " + result.exit().exitCode());
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
