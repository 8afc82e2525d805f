package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.request.LaunchScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The text that an agent's shell runs, with the mark by which the run is found again. */
@Restricted(NoExternalUse.class)
public final class RunnerScript {

    private RunnerScript() {}

    /**
     * Output goes to the log.
     *
     * @param secrets those that the runner gets, by their variables
     */
    public static String text(RunPlace place, List<String> command, Map<String, ?> secrets) {
        return text(place, command, secrets, "");
    }

    /** The same with standard output in {@link RunPlace#output()}. */
    public static String withOutputInFile(RunPlace place, List<String> command, Map<String, ?> secrets) {
        return text(place, command, secrets, "exec >" + LaunchScript.quoted(place.output()) + "\n");
    }

    private static String text(RunPlace place, List<String> command, Map<String, ?> secrets, String redirection) {
        Optional<String> variable = secrets.keySet().stream().findFirst();
        // Durable tasks run with -x, and would show the script in the log. The mark is set here and not in the
        // environment that the shell around this one gets: that one must live on and write down the exit code.
        return "{ set +x; } 2>/dev/null\n" + "umask 077\n" + "export " + RunPlace.VARIABLE + "="
                + LaunchScript.quoted(place.id()) + "\n" + redirection + LaunchScript.text(command, variable);
    }
}
