package dev.codexrunner.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The skills that a checkout offers to the agent: codex reads them also in a repository that it does not trust. */
final class CheckoutSkills {

    /** The setting that tells the agent of no skill, not even of codex's own. */
    static final String NONE_AT_ALL = "skills.include_instructions=false";

    private static final int DEEPEST_SKILL = 8;
    private static final int MOST_SKILLS = 200;
    private static final int MOST_FILES = 5000;

    private CheckoutSkills() {}

    /**
     * Looks whether all of them lie in the checkout: codex follows links to folders, wherever they lead.
     *
     * @param place relative to each folder
     * @return whether there were few enough to be looked at
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#LEADS_OUT_OF_CHECKOUT}
     */
    static boolean stayWithin(RepositoryFolders folders, String place, CheckoutFiles files) {
        Deque<Path> ahead = new ArrayDeque<>();
        folders.chain().forEach(folder -> ahead.add(folder.resolve(place)));
        Set<Path> seen = new HashSet<>();
        int looked = 0;
        while (!ahead.isEmpty()) {
            Path folder = files.within(ahead.remove());
            if (!seen.add(folder) || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.limit(MOST_FILES + 1L).toList()) {
                    looked++;
                    if (Files.isDirectory(entry) || Files.isSymbolicLink(entry)) {
                        ahead.add(entry);
                    }
                }
            } catch (IOException | UncheckedIOException unreadable) {
                return false;
            }
            if (looked > MOST_FILES) {
                return false;
            }
        }
        return true;
    }

    /**
     * The setting that keeps the checkout's skills from the agent.
     *
     * @param places relative to each folder
     */
    static List<String> without(RepositoryFolders folders, List<String> places) {
        List<Path> skills = new ArrayList<>();
        try {
            for (Path folder : folders.chain()) {
                for (String place : places) {
                    skills.addAll(skillsBelow(folder.resolve(place)));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(NONE_AT_ALL);
        }
        if (skills.isEmpty()) {
            return List.of();
        }
        return skills.size() > MOST_SKILLS
                ? List.of(NONE_AT_ALL)
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
