package dev.codexrunner.preflight.credentialfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The configuration files of the repositories that the agent works in, with those of their submodules and all that they
 * include: actions/checkout from version 6 on writes its credential into an included file outside the repository.
 */
final class GitConfigFiles {

    private static final int MOST_FILES = 200;
    private static final int MODULES_DEPTH = 6;

    /** As in git: what is included by more files than that in a row is not read. */
    private static final int DEEPEST_INCLUDE = 10;

    /** A file may name any number of others; each one costs a look. */
    private static final int MOST_NAMES = 10_000;

    private final Path home;

    /** @param home what {@code ~} in a path means */
    GitConfigFiles(Path home) {
        this.home = home;
    }

    /** Those of the repository that the folder lies in; empty where it lies in none. */
    List<Path> of(Path folder) {
        List<Path> own = new ArrayList<>();
        gitFolder(folder.toAbsolutePath().normalize()).ifPresent(git -> {
            Path common = CredentialFileReader.text(git.resolve("commondir"))
                    .flatMap(text -> resolved(git, text.strip()))
                    .orElse(git);
            own.add(common.resolve("config"));
            own.add(git.resolve("config.worktree"));
            own.addAll(ofSubmodules(common.resolve("modules")));
        });
        return withIncluded(own);
    }

    /**
     * Those files, and the ones that they include, that are there. Conditions are passed over: a file counts whether or
     * not git would read it just now.
     */
    List<Path> withIncluded(List<Path> files) {
        Set<Path> found = new LinkedHashSet<>();
        Set<Path> named = new LinkedHashSet<>(files);
        List<Path> level = List.copyOf(named);
        for (int depth = 0; depth <= DEEPEST_INCLUDE && !level.isEmpty(); depth++) {
            List<Path> next = new ArrayList<>();
            for (Path file : level) {
                Optional<String> text = found.size() < MOST_FILES ? CredentialFileReader.text(file) : Optional.empty();
                text.ifPresent(content -> {
                    found.add(file);
                    included(file, content).stream()
                            .filter(path -> named.size() < MOST_NAMES && named.add(path))
                            .forEach(next::add);
                });
            }
            level = next;
        }
        return List.copyOf(found);
    }

    private List<Path> included(Path from, String text) {
        return GitConfigText.entries(text).stream()
                .filter(GitConfigEntry::includes)
                .flatMap(entry -> entry.value().stream())
                .flatMap(path -> resolved(from.resolveSibling(""), path).stream())
                .toList();
    }

    private Optional<Path> resolved(Path base, String written) {
        try {
            // Not normalized: behind a link, ".." is not what the text makes of it.
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            written.startsWith("~/") ? home.resolve(written.substring(2)) : base.resolve(written));
        } catch (InvalidPathException strange) {
            return Optional.empty();
        }
    }

    /** {@code .git} here or above: a folder, or a file that names one. */
    private Optional<Path> gitFolder(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(git);
            }
            Path holder = at;
            Optional<Path> named = CredentialFileReader.text(git)
                    .filter(text -> text.startsWith("gitdir:"))
                    .flatMap(text ->
                            resolved(holder, text.substring("gitdir:".length()).strip()));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static List<Path> ofSubmodules(Path modules) {
        if (!Files.isDirectory(modules)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                modules, MODULES_DEPTH, (path, attributes) -> path.endsWith("config") && attributes.isRegularFile())) {
            return files.limit(MOST_FILES).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
