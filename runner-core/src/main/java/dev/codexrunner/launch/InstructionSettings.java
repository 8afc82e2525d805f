package dev.codexrunner.launch;

import dev.codexrunner.config.CodexConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How codex would look for a repository's instructions. The runner does it in its place, since codex would read them again
 * for each agent that the first one starts, outside of the sandbox and with the token in its environment.
 *
 * @param fallbackNames where a folder has no AGENTS.md
 * @param rootMarkers what tells the repository's root
 * @param maxBytes of all instructions
 */
public record InstructionSettings(List<String> fallbackNames, List<String> rootMarkers, int maxBytes) {

    /** What keeps codex from looking; nothing that the user gives may undo it. */
    public static final String NOT_BY_CODEX = "project_doc_max_bytes=0";

    /** As codex 0.169.0 does it by itself. */
    public static final InstructionSettings STANDARD = new InstructionSettings(List.of(), List.of(".git"), 32 * 1024);

    private static final int LARGEST_MAX = 1024 * 1024;

    public InstructionSettings {
        fallbackNames = List.copyOf(fallbackNames);
        rootMarkers = List.copyOf(rootMarkers);
    }

    /** As given: the machine's settings, those of files, the command line's, and over all the machine's managed ones. */
    public static InstructionSettings of(CodexConfig codex, CodexHomeSettings settings) {
        List<CodexHomeSettings.SettingsFile> layers = new ArrayList<>();
        machine(settings, false, layers);
        layers.addAll(settings.files().values());
        codex.config().forEach(line -> CodexHomeSettings.ofLine(line).ifPresent(layers::add));
        machine(settings, true, layers);
        InstructionSettings found = STANDARD;
        for (CodexHomeSettings.SettingsFile layer : layers) {
            found = new InstructionSettings(
                    layer.texts("project_doc_fallback_filenames").orElse(found.fallbackNames).stream()
                            .filter(InstructionSettings::isPlainName)
                            .toList(),
                    layer.texts("project_root_markers").orElse(found.rootMarkers),
                    Math.min(LARGEST_MAX, layer.number("project_doc_max_bytes").orElse(found.maxBytes)));
        }
        return found;
    }

    private static void machine(
            CodexHomeSettings settings, boolean managed, List<CodexHomeSettings.SettingsFile> layers) {
        for (Map.Entry<Path, CodexHomeSettings.SettingsFile> file :
                settings.machine().entrySet()) {
            if (file.getKey().endsWith(CodexHomeSettings.MANAGED) == managed) {
                layers.add(file.getValue());
            }
        }
    }

    private static boolean isPlainName(String name) {
        return !name.isBlank() && name.indexOf('/') < 0 && name.indexOf('\0') < 0 && !name.equals("..");
    }
}
