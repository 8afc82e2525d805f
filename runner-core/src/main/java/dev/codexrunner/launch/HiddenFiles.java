package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import dev.codexrunner.config.Sandbox;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides files from the agent's commands by a permission profile of codex: the sandbox that was asked for, less those
 * files. codex 0.169.0 puts an unreadable, empty file in the place of each. Pure.
 */
public final class HiddenFiles {

    /** The profile's name, as codex tells it in its rollout file. */
    public static final String PROFILE = "codex_runner";

    /** Where one of these is set, codex uses it instead of a profile, or the profile is the user's own. */
    private static final List<String> OTHER_WAYS =
            List.of("sandbox_mode", "sandbox_workspace_write", "permissions", "default_permissions");

    /** codex would take the path for a pattern. */
    private static final Pattern PATTERN_CHARACTERS = Pattern.compile("[*?\\[\\]{}!\\p{Cntrl}]");

    private HiddenFiles() {}

    /** Why codex can hide no file in such a run, as the end of a sentence; empty where it can. */
    public static Optional<String> obstacle(CodexConfig codex, CodexHomeSettings settings) {
        if (codex.sandbox() == Sandbox.DANGER_FULL_ACCESS) {
            return Optional.of("danger-full-access has no sandbox that could hide them");
        }
        List<String> asked = CodexOverrides.keys(codex.config()).stream()
                .map(key -> key.split("\\.", 2)[0])
                .toList();
        return OTHER_WAYS.stream()
                .filter(key -> asked.contains(key) || settings.sets(key))
                .findFirst()
                .map(key -> key + " is set, and codex does not combine it with hidden files");
    }

    /** Whether codex understands this path as the one file that it is. */
    public static boolean canName(Path file) {
        return !PATTERN_CHARACTERS.matcher(file.toString()).find();
    }

    /**
     * The settings that stand in place of {@code --sandbox}, which would win over them.
     *
     * @param sandbox not danger-full-access
     * @param files absolute, without links: codex's sandbox does not start where one of them is a link
     */
    static List<String> settings(Sandbox sandbox, Collection<Path> files) {
        String access = files.stream()
                .filter(HiddenFiles::canName)
                .map(file -> quoted(file) + "=\"deny\"")
                .collect(Collectors.joining(","));
        return List.of(
                "default_permissions=\"" + PROFILE + "\"",
                "permissions." + PROFILE + "={extends=\"" + base(sandbox) + "\",filesystem={" + access + "}}");
    }

    private static String base(Sandbox sandbox) {
        return switch (sandbox) {
            case READ_ONLY -> ":read-only";
            case WORKSPACE_WRITE -> ":workspace";
            case DANGER_FULL_ACCESS -> throw new IllegalArgumentException("nothing can be hidden without a sandbox");
        };
    }

    /** A TOML key; {@link #canName} has excluded control characters. */
    static String quoted(Path file) {
        return "\"" + file.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
