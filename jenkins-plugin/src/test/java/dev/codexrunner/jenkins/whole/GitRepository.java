package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A repository with its branches and changes, made by git itself and served by git's plain HTTP. */
final class GitRepository {

    private final Path tree;

    private GitRepository(Path tree) {
        this.tree = tree;
    }

    static GitRepository create(Path folder) throws IOException, InterruptedException {
        GitRepository repository = new GitRepository(Files.createDirectories(folder));
        repository.git("init", "-q", "--initial-branch=main");
        return repository;
    }

    /** What a clone over HTTP reads. */
    Path served() {
        return tree.resolve(".git");
    }

    /**
     * Commits these files on top of what that ref has, and sets a ref to it.
     *
     * @param base empty for a commit without a parent
     * @param ref such as {@code refs/heads/main}
     */
    void commit(String base, String ref, Map<String, String> files) throws IOException, InterruptedException {
        if (!base.isEmpty()) {
            git("checkout", "-q", "--detach", base);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        git("add", "-A");
        git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "For " + ref);
        git("update-ref", ref, "HEAD");
        git("update-server-info");
    }

    String hash(String revision) throws IOException, InterruptedException {
        return git("rev-parse", "--verify", "-q", revision + "^{commit}").strip();
    }

    /** Names of the branches. */
    List<String> branches() throws IOException, InterruptedException {
        return git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads")
                .lines()
                .toList();
    }

    /** Empty where that revision has no such file. */
    Optional<String> file(String revision, String path) throws IOException, InterruptedException {
        return files(revision, path).contains(path)
                ? Optional.of(git("show", revision + ":" + path))
                : Optional.empty();
    }

    /**
     * Paths of the files in a folder, or of the one file; folders have a slash at the end.
     *
     * @param path empty for the top; of a folder with a slash at its end
     */
    List<String> files(String revision, String path) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        String listed = path.isEmpty() ? git("ls-tree", revision) : git("ls-tree", revision, path);
        for (String line : listed.lines().toList()) {
            String name = line.substring(line.indexOf('\t') + 1);
            found.add(line.contains(" tree ") ? name + "/" : name);
        }
        return found;
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(tree.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return output;
    }
}
