package dev.codexrunner.preflight;

import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.InstructionSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the repository's instructions out of a protected commit, never out of the working tree. */
final class BaseCommit {

    private static final String CONFIG = ".codex/config.toml";
    private static final String RULES = ".codex/rules/";
    private static final List<String> SKILLS = List.of(".codex/skills", ".agents/skills");

    private final GitObjects git;
    private final RepositoryFolders folders;

    BaseCommit(GitObjects git, RepositoryFolders folders) {
        this.git = git;
        this.folders = folders;
    }

    /**
     * {@code --team-config base}.
     *
     * @param base as given: a full hash or a ref
     * @throws dev.codexrunner.failure.FailureException when there is no such commit, or a file of it can't be used
     */
    TeamConfig read(String base) {
        String commit = git.commit(base);
        Map<String, String> files = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (GitObjects.Entry entry : git.list(commit, wanted())) {
            if (entry.path().startsWith(RULES)) {
                warnings.add(entry.path() + " is not applied: rules let commands out of the sandbox.");
            } else if (isSkill(entry.path())) {
                git.text(entry)
                        .ifPresentOrElse(
                                text -> files.put(entry.path(), text),
                                () -> warnings.add(entry.path() + " is no text, and was left out."));
            } else {
                files.put(
                        entry.path(),
                        git.text(entry).orElseThrow(() -> TeamConfig.unusable(entry.path(), "it is no UTF-8 text")));
            }
        }
        hideOverridden(files);
        Optional<TeamConfig.ShownToml> config = Optional.ofNullable(files.get(CONFIG))
                .map(toml -> new TeamConfig.ShownToml(Path.of(CONFIG + " of " + commit), toml));
        List<String> settings = new ArrayList<>(List.of(InstructionSettings.NOT_BY_CODEX));
        settings.addAll(CheckoutSkills.without(folders, SKILLS));
        return new TeamConfig(facts(commit, files), settings, config, homeFiles(files), Optional.empty(), warnings);
    }

    private List<String> wanted() {
        List<String> paths = new ArrayList<>(SKILLS);
        paths.addAll(List.of(CONFIG, RULES.substring(0, RULES.length() - 1)));
        for (Path folder : folders.chain()) {
            CheckoutInstructions.NAMES.forEach(name -> paths.add(folders.inRepository(folder.resolve(name))));
        }
        return paths;
    }

    private static boolean isSkill(String path) {
        return SKILLS.stream().anyMatch(place -> path.startsWith(place + "/"));
    }

    /** Of two in one folder codex reads the override alone. */
    private static void hideOverridden(Map<String, String> files) {
        List.copyOf(files.keySet()).stream()
                .filter(path -> path.endsWith("AGENTS.override.md"))
                .map(path -> path.replaceFirst("AGENTS\\.override\\.md$", "AGENTS.md"))
                .forEach(files::remove);
    }

    private static TrustFacts.TeamConfig facts(String commit, Map<String, String> files) {
        return new TrustFacts.TeamConfig(
                WireName.dashed(TeamConfigMode.BASE),
                Optional.of(commit),
                files.entrySet().stream()
                        .map(file -> new TrustFacts.HashedFile(
                                file.getKey(), Digests.sha256(file.getValue().getBytes(StandardCharsets.UTF_8))))
                        .toList());
    }

    /** Where codex looks for what is the user's own, it finds what is the base commit's. */
    private Map<String, String> homeFiles(Map<String, String> files) {
        Map<String, String> home = new LinkedHashMap<>();
        String agents = folders.chain().stream()
                .flatMap(folder ->
                        CheckoutInstructions.NAMES.stream().map(name -> folders.inRepository(folder.resolve(name))))
                .filter(files::containsKey)
                .map(files::get)
                .collect(Collectors.joining("\n\n"));
        if (!agents.isBlank()) {
            home.put("AGENTS.md", agents);
        }
        Optional.ofNullable(files.get(CONFIG)).ifPresent(toml -> home.put("config.toml", toml));
        for (String place : SKILLS) {
            files.forEach((path, text) -> {
                if (path.startsWith(place + "/")) {
                    home.putIfAbsent("skills" + path.substring(place.length()), text);
                }
            });
        }
        return home;
    }
}
