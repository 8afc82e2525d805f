package dev.codexrunner.jenkins.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bare git repository, as a server would have it. */
final class Repository {

    private static final Map<String, String> NOBODYS = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "A Developer",
            "GIT_AUTHOR_EMAIL", "developer@example.com",
            "GIT_COMMITTER_NAME", "A Developer",
            "GIT_COMMITTER_EMAIL", "developer@example.com");

    private final Path bare;
    private final Path clone;

    private Repository(Path bare, Path clone) {
        this.bare = bare;
        this.clone = clone;
    }

    /** With these files on its branch main. */
    static Repository create(Path folder, Map<String, String> files) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Repository repository = new Repository(folder.resolve("server.git"), folder.resolve("developer"));
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "server.git");
        git(folder, "init", "--quiet", "--initial-branch=main", "developer");
        git(repository.clone, "remote", "add", "origin", repository.url());
        repository.commit(files);
        git(repository.clone, "push", "--quiet", "origin", "main");
        return repository;
    }

    String url() {
        return bare.toUri().toString().replaceFirst("^file:/+", "file:///");
    }

    /** A new branch beside the others: main, and one commit with these files. */
    void branch(String name, Map<String, String> files) throws IOException, InterruptedException {
        git(clone, "checkout", "--quiet", "-b", name, "main");
        commit(files);
        git(clone, "push", "--quiet", "origin", name);
    }

    /** Every ref of the server with its commit. */
    String refs() throws IOException, InterruptedException {
        return git(bare, "for-each-ref");
    }

    /** Applies a patch to a branch, and returns what it changed, a path a line. */
    String applied(String patch, String branch) throws IOException, InterruptedException {
        git(clone, "checkout", "--quiet", branch);
        Path file = Files.writeString(clone.resolveSibling("given.patch"), patch);
        git(clone, "apply", "--index", file.toString());
        String changed = git(clone, "diff", "--cached", "--name-status");
        git(clone, "reset", "--quiet", "--hard");
        return changed;
    }

    private void commit(Map<String, String> files) throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = clone.resolve(file.getKey());
            Files.createDirectories(target.resolve("..").normalize());
            Files.writeString(target, file.getValue());
        }
        git(clone, "add", "--all");
        git(clone, "commit", "--quiet", "--message", "A change");
    }

    private static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(NOBODYS);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed:\n" + output);
        }
        return output;
    }
}
