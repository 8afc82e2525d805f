package dev.codexrunner.preflight;

import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.ChildEnvironment;
import dev.codexrunner.launch.RunId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads objects out of a repository's store. The repository is not trusted: nothing that its configuration names is
 * started, no object is put in another one's place, and none is fetched.
 */
public final class GitObjects {

    private static final List<String> HARDENED = List.of(
            "--no-pager",
            "--no-optional-locks",
            // A replacement would show another content under the protected commit's own hash.
            "--no-replace-objects",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.fsmonitor=false",
            // A partial clone would ask its remote for what is missing, by programs that its configuration names.
            "-c",
            "protocol.allow=never");

    private static final Pattern FULL_HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern LISTED =
            Pattern.compile("(\\d{6}) (\\w+) ([0-9a-f]+) +(\\d+|-)\t(.+)", Pattern.DOTALL);
    private static final String LINK = "120000";
    private static final String SUBMODULE = "160000";
    private static final int LARGEST_BYTES = 60 * 1024;
    private static final int MOST_FILES = 200;

    private final BoundedCommand command;
    private final ChildEnvironment environment;
    private final Path repository;
    private final RunId runId;

    /**
     * @param command with the bound for each answer
     * @param environment its PATH is where git is looked for
     * @param repository a folder of it
     * @param runId marks the processes
     */
    public GitObjects(BoundedCommand command, ChildEnvironment environment, Path repository, RunId runId) {
        this.command = command;
        this.environment = environment;
        this.repository = repository.toAbsolutePath();
        this.runId = runId;
    }

    /** @param size in bytes */
    record Entry(String mode, String object, long size, String path) {}

    /**
     * The full hash of the commit that is meant.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TEAM_CONFIG_COMMIT}
     */
    String commit(String base) {
        // A branch may be named like a remote one; only what stands below refs/ is unmistakable.
        String name = FULL_HASH.matcher(base).matches() || base.startsWith("refs/") ? base : "refs/remotes/" + base;
        BoundedCommand.Result result = git("rev-parse", "--verify", "--end-of-options", name + "^{commit}");
        String hash = result.stdout().strip();
        if (!result.succeeded() || !FULL_HASH.matcher(hash).matches()) {
            throw PolicyFailure.TEAM_CONFIG_COMMIT.with(base, said(result)).asException();
        }
        return hash;
    }

    /** The full hash of the commit of the working tree; empty before the first one. */
    Optional<String> checkedOut() {
        BoundedCommand.Result result = git("rev-parse", "--verify", "--end-of-options", "HEAD^{commit}");
        return Optional.of(result.stdout().strip())
                .filter(hash -> result.succeeded() && FULL_HASH.matcher(hash).matches());
    }

    /**
     * The files of a commit below these paths.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TEAM_CONFIG_UNUSABLE}
     */
    List<Entry> list(String commit, List<String> paths) {
        List<String> arguments = new ArrayList<>(List.of("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--"));
        arguments.addAll(paths);
        BoundedCommand.Result result = git(arguments.toArray(String[]::new));
        if (!result.succeeded()
                || !(result.stdout().isEmpty() || result.stdout().endsWith("\0"))) {
            throw TeamConfig.unusable("The list of instructions", said(result));
        }
        List<Entry> entries = Stream.of(result.stdout().split("\0"))
                .map(LISTED::matcher)
                .filter(Matcher::matches)
                .filter(listed -> listed.group(2).equals("blob"))
                .map(listed ->
                        new Entry(listed.group(1), listed.group(3), Long.parseLong(listed.group(4)), listed.group(5)))
                .toList();
        if (entries.size() > MOST_FILES) {
            throw TeamConfig.unusable("Team Config", "it has more than " + MOST_FILES + " files");
        }
        return entries;
    }

    /**
     * Whether a path of a commit lies in a submodule, of which the commit holds only another commit's name.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TEAM_CONFIG_UNUSABLE}
     */
    boolean isInSubmodule(String commit, String path) {
        List<String> arguments = new ArrayList<>(List.of("ls-tree", "-z", "--full-tree", commit, "--"));
        Path folders = Path.of(path);
        for (int names = 1; names <= folders.getNameCount(); names++) {
            arguments.add(folders.subpath(0, names).toString());
        }
        BoundedCommand.Result result = git(arguments.toArray(String[]::new));
        if (!result.succeeded()) {
            throw TeamConfig.unusable(path, said(result));
        }
        return Stream.of(result.stdout().split("\0")).anyMatch(entry -> entry.startsWith(SUBMODULE + " "));
    }

    /**
     * A file's content; empty where it is no UTF-8 text.
     *
     * @throws dev.codexrunner.failure.FailureException {@link PolicyFailure#TEAM_CONFIG_UNUSABLE}
     */
    Optional<String> text(Entry entry) {
        if (entry.mode().equals(LINK)) {
            throw TeamConfig.unusable(entry.path(), "it is a symbolic link");
        }
        if (entry.size() > LARGEST_BYTES) {
            throw TeamConfig.unusable(entry.path(), "it is larger than " + LARGEST_BYTES / 1024 + " KiB");
        }
        BoundedCommand.Result result = git("cat-file", "blob", entry.object());
        if (!result.succeeded()) {
            throw TeamConfig.unusable(entry.path(), said(result));
        }
        boolean whole = result.stdout().getBytes(StandardCharsets.UTF_8).length == entry.size()
                && result.stdout().indexOf('\uFFFD') < 0;
        return Optional.of(result.stdout()).filter(text -> whole);
    }

    private BoundedCommand.Result git(String... arguments) {
        List<String> line = new ArrayList<>(HARDENED);
        line.addAll(List.of(arguments));
        return command.run(program(), line, environment, repository, runId, "");
    }

    private Path program() {
        return Stream.of(environment.variables().getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "git"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> TeamConfig.unusable("The store", "git is not on PATH"));
    }

    private static String said(BoundedCommand.Result result) {
        return result.stderr()
                .lines()
                .findFirst()
                .map(line -> "git said: " + line)
                .orElse("git said nothing");
    }
}
