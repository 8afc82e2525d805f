package dev.codexrunner.doctor;

import dev.codexrunner.config.TaskConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** codex works in a git repository only, unless told otherwise. It looks for {@code .git} as codex does, without git. */
record RepositoryCheck(Subject subject) implements Check {

    @Override
    public Link link() {
        return Link.REPOSITORY;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.FOLDERS);
    }

    @Override
    public CheckResult run(Findings found) {
        TaskConfig task = subject.config().task();
        Optional<Path> root = root(task.cd().toAbsolutePath().normalize());
        if (root.isPresent()) {
            return new CheckResult.Passed(root.get().toString());
        }
        return task.skipGitRepoCheck()
                ? new CheckResult.Passed("none, as --skip-git-repo-check allows")
                : new CheckResult.Failed(DoctorFailure.WORKING_FOLDER_NO_REPOSITORY.with(
                        task.cd().toAbsolutePath().normalize()));
    }

    private static Optional<Path> root(Path folder) {
        for (@Nullable Path at = folder; at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            // An empty folder of that name is none: codex's sandbox leaves one in /tmp.
            if (Files.isRegularFile(git) || Files.exists(git.resolve("HEAD"))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
