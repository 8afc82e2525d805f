package dev.codexrunner.preflight.credentialfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration files of the repositories that the agent works in, with those of their submodules and all that they
 * include: actions/checkout from version 6 on writes its credential into an included file outside the repository.
 */
final class GitConfigFiles {

    private static final int MOST_FILES = 200;
    private static final int MODULES_DEPTH = 6;

    /** Conditions are passed over: the file counts whether or not git would read it just now. */
    private static final Pattern INCLUDING =
            Pattern.compile("\\s*\\[include(?:if\\s[^\\n]*)?]", Pattern.CASE_INSENSITIVE);

    private static final Pattern PATH = Pattern.compile(
            "^\\s*path\\s*=\\s*\"?([^\"\\r\\n]+?)\"?\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern SECTION = Pattern.compile("(?m)^(?=\\s*\\[)");

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

    /** Those files, and the ones that they include, that are there. */
    List<Path> withIncluded(List<Path> files) {
        Set<Path> found = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>(files);
        while (!open.isEmpty() && found.size() < MOST_FILES) {
            Path file = open.remove();
            Optional<String> text = found.contains(file) ? Optional.empty() : CredentialFileReader.text(file);
            text.ifPresent(content -> {
                found.add(file);
                open.addAll(included(file, content));
            });
        }
        return List.copyOf(found);
    }

    private List<Path> included(Path from, String text) {
        List<Path> files = new ArrayList<>();
        for (String section : SECTION.split(text, -1)) {
            if (INCLUDING.matcher(section).lookingAt()) {
                PATH.matcher(section)
                        .results()
                        .map(path -> resolved(from.resolveSibling("."), path.group(1)))
                        .flatMap(Optional::stream)
                        .forEach(files::add);
            }
        }
        return files;
    }

    private Optional<Path> resolved(Path base, String written) {
        try {
            Path path = written.startsWith("~/") ? home.resolve(written.substring(2)) : base.resolve(Path.of(written));
            return Optional.of(path.normalize());
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
