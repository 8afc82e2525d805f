package dev.codexrunner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a run may leave behind and must not: processes, private homes, temporary folders, Vault tokens. */
final class Leftovers {

    private final Scene scene;
    private final RunnerProcess runner;
    private final int tokensBefore;
    private final List<Path> sandboxTargetsBefore;

    private Leftovers(Scene scene, RunnerProcess runner) {
        this.scene = scene;
        this.runner = runner;
        this.tokensBefore = scene.vault().livingTokens();
        this.sandboxTargetsBefore = sandboxTargets();
    }

    /** To be called before the run starts. */
    static Leftovers before(Scene scene, RunnerProcess runner) {
        return new Leftovers(scene, runner);
    }

    /** Fails, naming each, where something is left. */
    void noneAfter(FinishedRun run, Seen seen) throws IOException {
        assertThat(list(run)).as("left behind").isEmpty();
        seen.that("nothing left");
    }

    /** All that is left, by name. */
    List<String> list(FinishedRun run) throws IOException {
        List<String> left = new ArrayList<>();
        RunProcesses.below(runner.folder()).forEach(process -> left.add("process " + process));
        run.privateHomes().forEach(home -> left.add("home " + home));
        try (Stream<Path> temporary = Files.list(runner.temporaryFolder())) {
            temporary.forEach(entry -> left.add("temporary " + entry));
        }
        sandboxTargets().stream()
                .filter(target -> !sandboxTargetsBefore.contains(target))
                .forEach(target -> left.add("mount target " + target));
        int tokens = scene.vault().livingTokens() - tokensBefore;
        if (tokens > 0) {
            left.add(tokens + " Vault token(s)");
        }
        return left;
    }

    /** codex's sandbox makes empty folders to mount on, in every folder that the agent may write; of /tmp others make use too. */
    private List<Path> sandboxTargets() {
        return Stream.of(".git", ".codex", ".agents", ".aws")
                .map(runner.workspace()::resolve)
                .filter(Leftovers::isEmptyFolder)
                .toList();
    }

    private static boolean isEmptyFolder(Path path) {
        String[] entries = path.toFile().list();
        return entries != null && entries.length == 0;
    }
}
