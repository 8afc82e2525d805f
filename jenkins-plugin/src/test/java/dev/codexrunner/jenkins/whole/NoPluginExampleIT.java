package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code examples/no-plugin.Jenkinsfile} as it stands, in a Jenkins that never gets the plugin. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoPluginExampleIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);

    private static Optional<Scene> started = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        started = Optional.of(Scene.beforeThePlugin(Named.orSkip("the Jenkinsfile that needs no plugin")));
        scene().configure("no-plugin.groovy", Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    private static Examples examples() {
        return new Examples(scene());
    }

    @Test
    @Order(10)
    void the_one_without_plugin_works_in_a_jenkins_that_has_never_seen_it() throws Exception {
        assertThat(Scene.pluginIsActive(scene().controller())).isFalse();
        String secret = scene().services().read("logins/runner-secret-id");
        Repository repository =
                examples().repository("no-plugin", examples().withoutPlugin("Review it without a plugin."));
        Build build = scene().start("plain", Jobs.pipelineOf(repository, "main"));
        boolean[] runnerSeen = {false};
        Waiting.untilTrue("The end", A_RUN, () -> {
            runnerSeen[0] |= Processes.anyWithArgument("ci/codex-runner.yaml");
            assertThat(Processes.anyWithArgument(secret)).isFalse();
            return build.isOver();
        });

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(runnerSeen[0]).isTrue();
        assertThat(ended.console()).contains("Nothing to be said.");
        assertThat(build.artifacts()).contains("[codex-report/report.json]", "[codex-report/report.html]");
        assertThat(scene().rest().get(build.path() + "testReport/api/json?tree=passCount,failCount"))
                .contains("\"failCount\":0")
                .doesNotContain("\"passCount\":0");
    }

    @Test
    @Order(11)
    void without_plugin_the_exit_code_says_how_the_build_ends() throws Exception {
        Repository repository = Repository.create(
                scene().folder().resolve("repositories/no-plugin-branches"),
                Map.of("Jenkinsfile", examples().text("no-plugin.Jenkinsfile")));
        repository.branch("limited", examples().withoutPlugin("Review it beyond the limit."));
        Map<String, String> denied = new HashMap<>(examples().withoutPlugin("Review it without a plugin."));
        denied.compute("ci/codex-runner.yaml", (file, text) -> text.replace("secret/ci/codex#", "secret/ci/other#"));
        repository.branch("denied", denied);
        Map<String, String> forged = new HashMap<>(examples().withoutPlugin("Review it without a plugin."));
        forged.put("ci/codex-runner.sha256", "0".repeat(64) + "\n");
        repository.branch("forged", forged);
        String withToken = examples()
                .text("no-plugin.Jenkinsfile")
                .replace("codex-secret-id", "codex-access-token")
                .replace("variable: 'CODEX_RUNNER_VAULT_SECRET_ID'", "variable: 'CODEX_ACCESS_TOKEN'");
        Map<String, String> token = new HashMap<>(examples().withoutPlugin("Review it without a plugin."));
        token.put("Jenkinsfile", withToken);
        token.compute("ci/codex-runner.yaml", (file, text) -> text.replaceAll("(?m)^vault-.*\n", ""));
        repository.branch("token", token);

        Build limited = scene().start("plain-limited", Jobs.pipelineOf(repository, "limited"));
        Build.Ended limitedEnd = limited.await(A_RUN);
        Build.Ended deniedEnd = scene().start("plain-denied", Jobs.pipelineOf(repository, "denied"))
                .await(A_RUN);
        Build forgedBuild = scene().start("plain-forged", Jobs.pipelineOf(repository, "forged"));
        Build.Ended forgedEnd = forgedBuild.await(A_RUN);
        Build.Ended tokenEnd = scene().start("plain-token", Jobs.pipelineOf(repository, "token"))
                .await(A_RUN);

        assertThat(limitedEnd.result()).as(limitedEnd.console()).isEqualTo("UNSTABLE");
        assertThat(limitedEnd.console()).contains("codex-runner: limited");
        assertThat(limited.artifacts()).contains("[codex-report/report.json]");
        assertThat(deniedEnd.result()).as(deniedEnd.console()).isEqualTo("FAILURE");
        assertThat(deniedEnd.console()).contains("codex-runner ended with 3");
        assertThat(forgedEnd.result()).as(forgedEnd.console()).isEqualTo("FAILURE");
        assertThat(forgedEnd.console()).contains("FAILED").doesNotContain("exec java");
        assertThat(forgedBuild.artifacts()).contains("\"artifacts\":[]");
        assertThat(tokenEnd.result()).as(tokenEnd.console()).isEqualTo("SUCCESS");
    }

    @Test
    @Order(20)
    void no_secret_is_in_any_console_build_or_workspace() throws Exception {
        assertThat(examples().secretsKept()).isEmpty();
    }
}
