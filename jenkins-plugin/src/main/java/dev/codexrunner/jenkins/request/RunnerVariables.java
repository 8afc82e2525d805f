package dev.codexrunner.jenkins.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables that a runner starts with. A job sets variables as it likes, by {@code withEnv} or a parameter, and for the
 * runner they have precedence over its settings, choose its programs and authorities, and say what started it. So they come
 * from the agent, its administrator and Jenkins itself; of the job's own there is an allow-list. Pure.
 */
public final class RunnerVariables {

    /** They load flags or code into a shell or the runner, or change what a shell reads; wherever they come from. */
    static final List<String> LOADING = List.of(
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "LD_PRELOAD",
            "LD_AUDIT",
            "LD_LIBRARY_PATH",
            "DYLD_INSERT_LIBRARIES",
            "DYLD_LIBRARY_PATH",
            "BASH_ENV",
            "ENV",
            "CDPATH",
            "GCONV_PATH",
            "GLIBC_TUNABLES");

    private static final String PATH = "PATH";
    private static final String PASS_ENV = "pass-env";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Settings of the runner, of Vault and OpenBao; and what loads code, whose names no list can hold. */
    private static final Pattern NEVER_AT_ALL = Pattern.compile(
            "CODEX_RUNNER_.*|VAULT_.*|BAO_.*|(LD|DYLD|BASH|BASH_FUNC|GIT|GLIBC|MALLOC)_.*|CODEX_(ACCESS_TOKEN|API_KEY|HOME|"
                    + "CA_CERTIFICATE)|SHELLOPTS|BASHOPTS|IFS|PS4|" + String.join("|", LOADING));

    /** Of the agent's own it is the administrator's affair. */
    private static final Pattern NEVER_OF_THE_JOB = Pattern.compile(
            "SSL_CERT_.*|HOME|XDG_.*|SHELL|LOCPATH|NLSPATH|TMPDIR|JENKINS_.*|HUDSON_.*|BUILD_.*|CHANGE_.*|BRANCH_.*|"
                    + "GITHUB_.*|GITLAB_.*|CI_.*|TF_BUILD|BUILDKITE.*|CIRCLE.*|SYSTEM_PULLREQUEST_.*|AGENT_ISSELFHOSTED|"
                    + "RUNNER_ENVIRONMENT");

    /** What Jenkins says of the job and the build: the runner reads of it whether a stranger's change is built. */
    private static final Pattern OF_THE_BUILD =
            Pattern.compile("(BUILD|CHANGE|TAG)_[A-Z_]+|JOB_(BASE_)?NAME|JOB_URL|BRANCH_(NAME|IS_PRIMARY)|"
                    + "(JENKINS|HUDSON)_(URL|COOKIE|SERVER_COOKIE)");

    /** The mark by which Jenkins finds the processes of an agent's block. */
    private static final Pattern MARK = Pattern.compile("JENKINS_NODE_COOKIE|HUDSON_COOKIE");

    private static final Pattern LOCALE = Pattern.compile("LANG|LANGUAGE|LC_[A-Z]+|TZ");
    private static final Pattern NAME_OF_LOCALE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_@:+-]*([./][A-Za-z0-9_@:+-]+)*");

    private RunnerVariables() {}

    /** What {@code pass-env} names, there or in the policy's fixed settings. */
    public static List<String> passedOn(Map<String, List<String>> settings, Policy policy) {
        return policy.fixedSettings().getOrDefault(PASS_ENV, settings.getOrDefault(PASS_ENV, List.of())).stream()
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /**
     * What is to be laid over the agent's own variables; of these each is named, and one with an empty value is taken away.
     *
     * @param agent the variables of its process
     * @param administered the same with what Jenkins' and the node's properties make of it
     * @param build what Jenkins says of the job and the build, without anything that the job sets
     * @param job all that the job has, by its blocks and parameters too
     * @param passedOn names that the policy lets the job, or has itself, pass on
     */
    public static Map<String, String> of(
            Map<String, String> agent,
            Map<String, String> administered,
            Map<String, String> build,
            Map<String, String> job,
            List<String> passedOn) {
        Map<String, String> variables = new TreeMap<>();
        agent.keySet().forEach(name -> variables.put(name, ""));
        administered.forEach((name, value) -> variables.put(name, matches(NEVER_AT_ALL, name) ? "" : value));
        build.forEach((name, value) -> {
            if (OF_THE_BUILD.matcher(name).matches()) {
                variables.put(name, value);
            }
        });
        job.forEach((name, value) -> {
            boolean locale = LOCALE.matcher(name).matches()
                    && NAME_OF_LOCALE.matcher(value).matches();
            if (locale || MARK.matcher(name).matches()) {
                variables.put(name, value);
            }
        });
        passedOn.stream()
                .filter(name -> job.containsKey(name) && mayBePassedOn(name))
                .forEach(name -> variables.put(name, job.get(name)));
        if (passedOn.contains(PATH)) {
            variables.put(PATH, joined(administered.getOrDefault(PATH, ""), job.getOrDefault(PATH, "")));
        }
        // Laid over others, PATH+X would come before PATH.
        variables.keySet().removeIf(name -> name.indexOf('+') >= 0);
        return variables;
    }

    private static boolean mayBePassedOn(String name) {
        return NAME.matcher(name).matches()
                && !name.equalsIgnoreCase(PATH)
                && !matches(NEVER_AT_ALL, name)
                && !matches(NEVER_OF_THE_JOB, name);
    }

    /** Whatever the case: Jenkins' own maps of variables take no notice of it. */
    private static boolean matches(Pattern names, String name) {
        return names.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** The agent's folders first: no folder of the job's has a program that goes before one that the agent has. */
    private static String joined(String agent, String job) {
        List<String> folders = new ArrayList<>(List.of(agent.split(":", -1)));
        for (String folder : job.split(":", -1)) {
            if (folder.startsWith("/") && !folders.contains(folder)) {
                folders.add(folder);
            }
        }
        folders.removeIf(String::isEmpty);
        return String.join(":", folders);
    }
}
