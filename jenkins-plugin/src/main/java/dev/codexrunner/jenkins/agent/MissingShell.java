package dev.codexrunner.jenkins.agent;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** An agent on which no shell can be started tells it in the words of the JDK, down a chain of causes. */
@Restricted(NoExternalUse.class)
public final class MissingShell {

    /** What {@link ProcessBuilder} says, up to where it may be repeated. */
    private static final Pattern NOT_STARTED = Pattern.compile("Cannot run program [^\n]*");

    private MissingShell() {}

    /** What to tell of a failed start: that there is no shell, or what it was. */
    public static IOException orElse(IOException problem, String agent) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            Matcher words = NOT_STARTED.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
            if (words.find()) {
                return new PluginFailureException(PluginFailure.AGENT_WITHOUT_SHELL, agent, words.group());
            }
        }
        return problem;
    }
}
