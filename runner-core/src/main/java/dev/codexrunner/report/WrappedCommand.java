package dev.codexrunner.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command as the agent gave it, without the shell that codex wraps around it and the quotes that this takes. */
public final class WrappedCommand {

    private static final Pattern WRAPPED = Pattern.compile("(?s)(?:/\\S*/)?(?:bash|sh|zsh) -l?c (.*)");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("(?s)'([^']*)'");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("(?s)\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\$`])");

    private WrappedCommand() {}

    /** The inner command; one that is wrapped in another way, or not at all, as it stands. */
    public static String unwrap(String command) {
        Matcher wrapped = WRAPPED.matcher(command);
        if (!wrapped.matches()) {
            return command;
        }
        String inner = wrapped.group(1);
        Matcher single = SINGLE_QUOTED.matcher(inner);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher quoted = DOUBLE_QUOTED.matcher(inner);
        return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : inner;
    }
}
