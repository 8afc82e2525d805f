package dev.codexrunner.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StopRunTest {

    @Test
    void many_runs_are_stopped_at_once_and_no_others(JenkinsRule jenkins) throws Exception {
        FilePath workspace = jenkins.jenkins.getRootPath().child("workspace/job");
        RunPlace one = RunPlace.beside(workspace, workspace);
        RunPlace two = RunPlace.beside(workspace, workspace);
        RunPlace never = RunPlace.beside(workspace, workspace);
        Process first = marked(one);
        Process second = marked(two);
        Process other = marked(RunPlace.beside(workspace, workspace));
        try {
            StopRun.Seen seen = new StopRun(List.of(one, two, never)).call();
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(other.isAlive()).isTrue();
            assertThat(seen.left()).isEmpty();
            assertThat(seen.never()).containsExactly(never.id());
        } finally {
            List.of(first, second, other).forEach(Process::destroyForcibly);
        }
    }

    private static Process marked(RunPlace place) throws IOException {
        ProcessBuilder process = new ProcessBuilder("sleep", "600");
        process.environment().put(RunPlace.VARIABLE, place.id());
        return process.start();
    }
}
