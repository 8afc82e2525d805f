package dev.codexrunner.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of codex's settings may be changed, by {@code -c} or in a given CODEX_HOME. Pure.
 *
 * <p>A list of what is harmless, not of what is dangerous: a key that a later codex adds is refused until somebody has
 * looked at it.
 */
final class CodexOverrides {

    /** The keys of codex 0.169.0 that neither widen access, nor start a program, nor send anything elsewhere. */
    private static final Set<String> HARMLESS = Set.of(
            "allow_login_shell",
            "analytics",
            "background_terminal_max_timeout",
            "check_for_update_on_startup",
            "compact_prompt",
            "desktop",
            "developer_instructions",
            "disable_paste_burst",
            "feedback",
            "file_opener",
            "forced_chatgpt_workspace_id",
            "ghost_snapshot",
            "hide_agent_reasoning",
            "history",
            "include_environment_context",
            "include_permissions_instructions",
            "instructions",
            "memories",
            "model",
            "model_auto_compact_token_limit",
            "model_context_window",
            "model_reasoning_effort",
            "model_reasoning_summary",
            "model_verbosity",
            "notice",
            "personality",
            "plan_mode_reasoning_effort",
            "project_doc_fallback_filenames",
            "project_doc_max_bytes",
            "project_root_markers",
            "review_model",
            "service_tier",
            "show_raw_agent_reasoning",
            "suppress_unstable_features_warning",
            "tool_output_token_limit",
            "tui");

    /** Beneath {@code tools} only this one is: it shows the agent's plan, and is off in codex 0.169.0. */
    private static final String TOOLS = "tools";

    private static final String PLAN_TOOL = "update_plan";

    /** What codex reads as dotted path: it cuts at each dot and knows neither quotes nor spaces. */
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final String MCP = "mcp_servers";

    /** In managed_config.toml: two keys that are read as a policy, and the servers, which go off one by one. */
    private static final Set<String> JUDGED_OR_SWITCHED_OFF = Set.of("approval_policy", "sandbox_mode", MCP);

    /** In config.toml: what the command line of every run sets, so that the file has no say. */
    private static final Set<String> SET_BY_EVERY_RUN =
            Set.of("approval_policy", "features", "sandbox_mode", "web_search", MCP);

    private CodexOverrides() {}

    /** What is refused among {@code -c} settings. Names keys, never values: a value may be a secret. */
    static List<String> problems(List<String> config, List<String> allowOverride, List<String> allowMcp) {
        List<String> problems = new ArrayList<>();
        for (String setting : config) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals).strip();
            if (equals < 0) {
                problems.add("-c " + (PLAIN_KEY.matcher(key).matches() ? key : "(something)")
                        + " (not of the form key=value)");
            } else if (!PLAIN_KEY.matcher(key).matches()) {
                problems.add("-c " + key + " (a key is plain names with dots between; codex takes quotes literally)");
            } else {
                refusal(key, allowOverride, allowMcp).forEach(reason -> problems.add("-c " + key + " " + reason));
            }
        }
        return problems;
    }

    /** What is refused in a given CODEX_HOME's files. MCP servers there are switched off instead, one by one. */
    static List<String> problems(CodexHomeSettings settings, List<String> allowOverride, List<String> allowMcp) {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<java.nio.file.Path, CodexHomeSettings.SettingsFile> file :
                settings.files().entrySet()) {
            for (String key : file.getValue().topLevelKeys()) {
                if (key.equals(MCP)) {
                    mcpNames(file.getValue().keysUnder(MCP), allowMcp)
                            .forEach(reason -> problems.add(file.getKey() + ": " + reason));
                } else if (!key.equals(TOOLS)
                        || !List.of(PLAN_TOOL).equals(file.getValue().keysUnder(TOOLS))) {
                    refusal(key, allowOverride, allowMcp)
                            .forEach(reason -> problems.add(file.getKey() + ": " + key + " " + reason));
                }
            }
        }
        return problems;
    }

    /**
     * What is refused in the machine's own files. What our command line sets anyway is none of it, except that the managed
     * file wins over the command line.
     */
    static List<String> machineProblems(CodexHomeSettings settings, List<String> allowOverride) {
        List<String> problems = new ArrayList<>();
        settings.machine()
                .forEach((file, content) -> content.topLevelKeys().stream()
                        .filter(key -> !overridden(file).contains(key))
                        .flatMap(key ->
                                refusal(key, allowOverride, List.of()).stream().map(reason -> key + " " + reason))
                        .forEach(reason -> problems.add(file + ": " + reason)));
        return problems;
    }

    private static Set<String> overridden(Path file) {
        return file.endsWith(CodexHomeSettings.MANAGED) ? JUDGED_OR_SWITCHED_OFF : SET_BY_EVERY_RUN;
    }

    private static List<String> mcpNames(List<String> names, List<String> allowMcp) {
        return names.stream()
                .filter(name -> !allowMcp.contains(name) && !isPlainName(name))
                .map(name ->
                        MCP + " \"" + name + "\" (a name that can't be switched off by -c; --allow-mcp '" + name + "')")
                .toList();
    }

    private static List<String> refusal(String key, List<String> allowOverride, List<String> allowMcp) {
        String[] parts = key.split("\\.", -1);
        String top = parts[0];
        if (HARMLESS.contains(top) || allowOverride.contains(top)) {
            return List.of();
        }
        if (top.equals(TOOLS) && parts.length > 1 && parts[1].equals(PLAN_TOOL)) {
            return List.of();
        }
        if (top.equals(MCP) && parts.length > 1) {
            return allowMcp.contains(parts[1])
                    ? List.of()
                    : List.of("(starts an MCP server; --allow-mcp " + parts[1] + ")");
        }
        return List.of("(--allow-override " + top + ")");
    }

    /** Whether a {@code -c} key can carry this name between two dots. */
    static boolean isPlainName(String name) {
        return PLAIN_KEY.matcher(name).matches() && name.indexOf('.') < 0;
    }

    /** The keys that {@code -c} settings name, as codex understands them. */
    static List<String> keys(List<String> config) {
        return config.stream()
                .filter(setting -> setting.indexOf('=') >= 0)
                .map(setting -> setting.substring(0, setting.indexOf('=')).strip())
                .toList();
    }
}
