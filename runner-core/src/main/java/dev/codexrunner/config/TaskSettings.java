package dev.codexrunner.config;

import static dev.codexrunner.config.SettingDraft.setting;
import static dev.codexrunner.config.ValueTypes.name;
import static dev.codexrunner.config.ValueTypes.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the agent is asked to do: the settings of {@link TaskConfig}. */
final class TaskSettings {

    static final Setting<Optional<Path>> PROMPT_FILE =
            task("prompt-file", "file with the prompt").optional(path());
    static final Setting<Path> CD = task("cd", "working folder of the agent")
            .byDefault(".")
            .otherwise("the current folder")
            .as(path());
    static final Setting<List<Path>> ADD_DIR = task(
                    "add-dir", "further folder that the agent may write to in workspace-write")
            .listOf(path());
    static final Setting<List<Path>> IMAGE =
            task("image", "picture to attach to the prompt").listOf(path());
    static final Setting<Optional<Path>> OUTPUT_SCHEMA = task(
                    "output-schema",
                    "JSON Schema that the final message must satisfy; builtin:findings for the runner's own")
            .optional(path());
    static final Setting<Optional<String>> RESUME =
            task("resume", "id of a thread to go on with; needs --codex-home").optional(name("THREAD"));
    static final Setting<Boolean> SKIP_GIT_REPO_CHECK = task(
                    "skip-git-repo-check", "the working folder need not be a git repository")
            .asSwitch();
    static final Setting<List<Path>> REQUIRE = task(
                    "require", "path that must exist, not empty, when the run has ended")
            .listOf(path());

    static final List<Setting<?>> ALL =
            List.of(PROMPT_FILE, CD, ADD_DIR, IMAGE, OUTPUT_SCHEMA, RESUME, SKIP_GIT_REPO_CHECK, REQUIRE);

    private TaskSettings() {}

    static TaskConfig build(SettingValues values) {
        return new TaskConfig(
                values.optional(PROMPT_FILE),
                values.get(CD),
                values.list(ADD_DIR),
                values.list(IMAGE),
                values.optional(OUTPUT_SCHEMA),
                values.optional(RESUME),
                values.get(SKIP_GIT_REPO_CHECK),
                values.list(REQUIRE));
    }

    private static SettingDraft task(String name, String description) {
        return setting(name, SettingGroup.TASK, description);
    }
}
