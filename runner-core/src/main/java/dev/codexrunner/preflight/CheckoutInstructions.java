package dev.codexrunner.preflight;

import dev.codexrunner.config.TeamConfigMode;
import dev.codexrunner.failure.WireName;
import dev.codexrunner.journal.TrustFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the checkout itself tells the agent. Nothing in it is reviewed when the change that is examined brings it. */
final class CheckoutInstructions {

    /** The first of them in a folder hides the other. */
    static final List<String> NAMES = List.of("AGENTS.override.md", "AGENTS.md");

    private static final long LARGEST_BYTES = 16L * 1024 * 1024;
    private static final int DEEPEST_SKILL = 8;
    private static final int MOST_SKILLS = 200;

    private CheckoutInstructions() {}

    /** {@code --team-config off}: AGENTS.md counts, {@code .codex/} does not. */
    static TeamConfig read(RepositoryFolders folders) {
        List<TrustFacts.HashedFile> files = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Path folder : folders.chain()) {
            NAMES.stream()
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(file -> hash(file)
                            .ifPresentOrElse(
                                    digest -> files.add(new TrustFacts.HashedFile(folders.inRepository(file), digest)),
                                    () -> warnings.add(folders.inRepository(file)
                                            + " could not be read, so that the report does not show its digest.")));
        }
        return new TeamConfig(
                new TrustFacts.TeamConfig(WireName.dashed(TeamConfigMode.OFF), Optional.empty(), files),
                withoutSkills(folders, List.of(".codex/skills")),
                Optional.empty(),
                Map.of(),
                warnings);
    }

    private static Optional<String> hash(Path file) {
        try {
            return Files.size(file) > LARGEST_BYTES
                    ? Optional.empty()
                    : Optional.of(Digests.sha256(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The setting that keeps the checkout's skills from the agent: codex reads them also in a repository that it does not
     * trust.
     *
     * @param places relative to each folder
     */
    static List<String> withoutSkills(RepositoryFolders folders, List<String> places) {
        List<Path> skills = new ArrayList<>();
        try {
            for (Path folder : folders.chain()) {
                for (String place : places) {
                    skills.addAll(skillsBelow(folder.resolve(place)));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of("skills.include_instructions=false");
        }
        if (skills.isEmpty()) {
            return List.of();
        }
        return skills.size() > MOST_SKILLS
                ? List.of("skills.include_instructions=false")
                : List.of(skills.stream()
                        .map(skill -> "{path=" + TomlText.quoted(skill.toString()) + ",enabled=false}")
                        .collect(Collectors.joining(",", "skills.config=[", "]")));
    }

    private static List<Path> skillsBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.find(
                folder, DEEPEST_SKILL, (file, attributes) -> file.endsWith("SKILL.md"), FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.limit(MOST_SKILLS + 1L).toList()) {
                found.add(file.toRealPath());
            }
        }
        return found;
    }
}
