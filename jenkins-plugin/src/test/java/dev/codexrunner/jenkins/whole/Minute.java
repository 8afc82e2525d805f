package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** A run of a minute with twelve commands, none of which may be lost whatever happens to Jenkins in the meantime. */
final class Minute {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Minute() {}

    static Build start(Scene scene, String job) throws Exception {
        return scene.start(job, Jobs.pipeline("""
                node('linux') {
                  def result = %s
                  echo "kind=${result.kind} message=${result.finalMessage}"
                }
                """.formatted(
                        scene.codexExec("prompt: '[minute] x', " + Scene.byAppRole("vault-runner")))));
    }

    /** @param what happened, for the figures */
    static void endsWithoutLoss(Scene scene, Build build, String what) throws Exception {
        Build.Ended ended = build.await(PATIENCE);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(ended.console()).contains("kind=success message=All twelve parts are done.");
        String events = Files.readString(build.kept("events.jsonl").get(0));
        List<String> completed = events.lines()
                .filter(line -> line.contains("\"item.completed\"") && line.contains("\"command_execution\""))
                .toList();
        assertThat(completed).hasSize(12);
        for (int part = 1; part <= 12; part++) {
            assertThat(completed.get(part - 1)).contains("begin " + part + "\\nend " + part);
            assertThat(ended.console()).contains("begin " + part);
        }
        assertThat(Build.lines(events, "\"turn.completed\"")).isEqualTo(1);
        scene.figures()
                .note(what + ": SUCCESS, 12 of 12 commands in events.jsonl ("
                        + events.lines().count() + " events), lines 'exit 0 after' in the console: "
                        + Build.lines(ended.console(), "exit 0 after"));
    }
}
