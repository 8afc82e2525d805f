package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.PolicyConfig;
import dev.codexrunner.config.TaskConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line of {@code codex exec}, as data: nothing here is quoted, and no shell sees it. Pure. */
public final class CodexArguments {

    /** Off by default: each can reach the network, start programs outside the sandbox, or carry work elsewhere. */
    public static final List<String> FEATURES_OFF = List.of(
            "apps",
            "browser_use",
            "browser_use_external",
            "browser_use_full_cdp_access",
            "computer_use",
            "hooks",
            "in_app_browser",
            "plugins",
            "remote_plugin",
            "plugin_sharing",
            // It starts a login shell beside the sandbox: the CI user's profile would run with codex's own environment.
            "shell_snapshot",
            "skill_mcp_dependency_install");

    /** On by default in codex, it retries a refused connection or an untrusted CA for ever. Nothing turns it on again. */
    static final String ENDLESS_RETRIES = "unbounded_connection_retries";

    private static final Pattern THREAD_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final List<String> arguments = new ArrayList<>();

    private CodexArguments() {}

    /**
     * Everything after the program's name. The prompt is not in it; it goes to standard input.
     *
     * @param task the task; relative paths are taken from the runner's own working folder
     * @param codex how codex is to work
     * @param policy what was allowed by name
     * @param settings what a given CODEX_HOME's files set
     * @param hidden files that the agent's commands must not read, absolute and without links; not looked at where
     *     {@link HiddenFiles#obstacle} tells of one
     * @param runId the mark that the agent's commands carry
     * @throws dev.codexrunner.failure.FailureException when the thread to resume is no thread id
     */
    public static List<String> of(
            TaskConfig task,
            CodexConfig codex,
            PolicyConfig policy,
            CodexHomeSettings settings,
            Collection<Path> hidden,
            RunId runId) {
        return of(task, codex, policy, settings, hidden, runId, task.resume(), task.image());
    }

    /**
     * The same to go on with a thread of this run whose stream was lost. Everything that bounds the agent is said again,
     * before the word {@code resume}: a resumed thread does not inherit its sandbox (openai/codex#40149). The pictures are
     * in the thread already.
     *
     * @param thread the thread's id
     * @throws dev.codexrunner.failure.FailureException when it is no thread id
     */
    public static List<String> continuing(
            TaskConfig task,
            CodexConfig codex,
            PolicyConfig policy,
            CodexHomeSettings settings,
            Collection<Path> hidden,
            RunId runId,
            String thread) {
        return of(task, codex, policy, settings, hidden, runId, Optional.of(thread), List.of());
    }

    /** Whether a text is what codex takes for a thread's id. */
    public static boolean isThreadId(String text) {
        return THREAD_ID.matcher(text).matches();
    }

    private static List<String> of(
            TaskConfig task,
            CodexConfig codex,
            PolicyConfig policy,
            CodexHomeSettings settings,
            Collection<Path> hidden,
            RunId runId,
            Optional<String> resume,
            List<Path> images) {
        CodexArguments line = new CodexArguments();
        line.add("exec", "--json", "--color=never", "--ignore-rules");
        if (codex.codexHome().isEmpty()) {
            // A setting that this codex doesn't know would be passed over without a word, our own ones included. In a
            // given home another version's keys may stand, so there it can't be asked for.
            line.add("--strict-config");
        }
        line.sandbox(codex, settings, hidden);
        line.add("--cd=" + task.cd().toAbsolutePath());
        if (task.skipGitRepoCheck()) {
            line.add("--skip-git-repo-check");
        }
        task.addDir().forEach(folder -> line.add("--add-dir=" + folder.toAbsolutePath()));
        codex.model().ifPresent(model -> line.add("--model=" + model));
        codex.profile().ifPresent(profile -> line.add("--profile=" + profile));
        task.outputSchema().ifPresent(schema -> line.add("--output-schema=" + schema.toAbsolutePath()));
        images.forEach(image -> line.add("--image=" + image.toAbsolutePath()));
        line.settings(codex, policy, settings, runId);
        resume.ifPresent(thread -> line.add("resume", threadId(thread)));
        line.add("-");
        return List.copyOf(line.arguments);
    }

    /**
     * Everything after the program's name for {@code codex login status}, with the settings that say where the service
     * is.
     *
     * @param codex how codex is to work
     */
    public static List<String> loginStatus(CodexConfig codex) {
        CodexArguments line = new CodexArguments();
        codex.config().forEach(line::set);
        line.add("login", "status");
        return List.copyOf(line.arguments);
    }

    /**
     * Everything after the program's name to run a command in codex's sandbox, in the mode of the run.
     *
     * @param codex how codex is to work
     * @param command program and arguments
     */
    public static List<String> sandboxed(CodexConfig codex, List<String> command) {
        CodexArguments line = new CodexArguments();
        codex.config().forEach(line::set);
        // After the others, since the last one wins: in a run --sandbox wins too.
        line.set("sandbox_mode=\"" + codex.sandbox().flagValue() + "\"");
        line.add("sandbox", "--");
        line.arguments.addAll(command);
        return List.copyOf(line.arguments);
    }

    private void sandbox(CodexConfig codex, CodexHomeSettings settings, Collection<Path> hidden) {
        if (hidden.isEmpty() || HiddenFiles.obstacle(codex, settings).isPresent()) {
            add("--sandbox=" + codex.sandbox().flagValue());
        } else {
            HiddenFiles.settings(codex.sandbox(), hidden).forEach(this::set);
        }
    }

    private void settings(CodexConfig codex, PolicyConfig policy, CodexHomeSettings settings, RunId runId) {
        Set<String> asked = Set.copyOf(CodexOverrides.keys(codex.config()));
        FEATURES_OFF.stream()
                .filter(feature -> !asked.contains("features." + feature))
                .filter(feature -> !settings.keysUnder("features").contains(feature))
                .forEach(feature -> add("--disable=" + feature));
        add("--disable=" + ENDLESS_RETRIES);
        // Ours first: codex lets the last one win, and what could undo a default was refused unless allowed by name.
        unlessInFiles(settings, "analytics", "analytics.enabled=false");
        set("check_for_update_on_startup=false");
        // A login shell would source the CI user's profile into every command: other PATH, and whatever it exports.
        unlessInFiles(settings, "allow_login_shell", "allow_login_shell=false");
        unlessInFiles(settings, "web_search", "web_search=\"disabled\"");
        unlessInFiles(settings, "approval_policy", "approval_policy=\"never\"");
        unlessInFiles(settings, "shell_environment_policy", "shell_environment_policy.inherit=\"core\"");
        // bash takes the socket that codex gives it as standard input for a remote login, and sources ~/.bashrc into
        // each
        // command, unless it believes that it was started by another shell.
        unlessInFiles(settings, "shell_environment_policy", "shell_environment_policy.set.SHLVL=\"1\"");
        codex.config().forEach(this::set);
        set("shell_environment_policy.set." + RunId.VARIABLE + "=\"" + runId.value() + "\"");
        Set<String> startable = policy.allowMcp().stream().collect(Collectors.toUnmodifiableSet());
        settings.mcpServers().stream()
                .filter(name -> !startable.contains(name))
                .filter(CodexOverrides::isPlainName)
                .forEach(name -> set("mcp_servers." + name + ".enabled=false"));
    }

    /** A file's value stands where there is one: {@link LaunchPolicy} let it pass, so it was allowed by name. */
    private void unlessInFiles(CodexHomeSettings settings, String topLevelKey, String setting) {
        if (!settings.sets(topLevelKey)) {
            set(setting);
        }
    }

    private void set(String setting) {
        // One argument, so that a setting can't be taken for an option.
        add("--config=" + setting);
    }

    private void add(String... more) {
        arguments.addAll(List.of(more));
    }

    private static String threadId(String thread) {
        if (!isThreadId(thread)) {
            throw LaunchFailure.THREAD_ID_MALFORMED.with(thread).asException();
        }
        return thread;
    }
}
