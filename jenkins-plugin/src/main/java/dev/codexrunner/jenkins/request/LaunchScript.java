package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The script that an agent's shell runs. Which variables it gets is decided by {@link RunnerVariables}; it unsets, by a list
 * of its own, what would be a setting of the runner or would load code into it, should anything between the controller and
 * that shell have put it back. Only builtins of the shell and absolute paths are in it: nothing is looked up on PATH. No
 * secret is in it; that one comes in its own variable.
 */
public final class LaunchScript {

    private LaunchScript() {}

    /**
     * @param command the runner's command line, the program as an absolute path
     * @param secretVariable the one that has the secret, see {@link SecretVariables}
     */
    public static String text(List<String> command, Optional<String> secretVariable) {
        String unset = SettingVariables.ALL.stream()
                .filter(name -> secretVariable.filter(name::equals).isEmpty())
                .collect(Collectors.joining(" "));
        return String.join(
                "\n",
                "#!/bin/sh",
                "unset " + String.join(" ", RunnerVariables.LOADING),
                "unset " + unset,
                "exec " + command.stream().map(LaunchScript::quoted).collect(Collectors.joining(" ")),
                "");
    }

    /** One word for a POSIX shell, whatever is in it. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
