package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.List;

/**
 * The runner's command line. What the job asks for is in the settings file; what the policy looks at of it is here as well,
 * since flags have precedence over variables, and those over the file.
 *
 * @param java path of the java program
 * @param jvmFlags of contract/jvm.options
 * @param jar path of codex-runner.jar
 * @param configFile the settings, see {@link SettingsFile}
 */
public record RunnerCommand(String java, List<String> jvmFlags, String jar, String configFile) {

    public RunnerCommand {
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** @param flags of the settings, see {@link SettingsFile#flags} */
    public List<String> exec(String promptFile, String reportDir, List<String> flags) {
        List<String> command = begun("exec");
        command.addAll(flags);
        command.addAll(List.of("--prompt-file", promptFile, "--report-dir", reportDir, "--progress", "plain"));
        return List.copyOf(command);
    }

    /** Makes a report of a recorded stream. It asks for nothing that the settings say. */
    public List<String> replay(String events, String reportDir) {
        List<String> command = started();
        command.addAll(List.of("replay", "--report-dir", reportDir, "--progress", "none", events));
        return List.copyOf(command);
    }

    /** Prints its result as JSON on standard output. */
    public List<String> rotationCheck(List<String> flags) {
        List<String> command = begun("rotation", "check");
        command.addAll(flags);
        command.add("--json");
        return List.copyOf(command);
    }

    private List<String> begun(String... words) {
        List<String> command = started();
        command.addAll(List.of(words));
        command.addAll(List.of("--config", configFile));
        return command;
    }

    private List<String> started() {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(jvmFlags);
        command.addAll(List.of("-jar", jar));
        return command;
    }

    /** The flags in the text of contract/jvm.options: one a line, with comments. */
    public static List<String> jvmFlags(String options) {
        return options.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
