package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The files of {@code jenkins-plugin/examples} as they stand, in the Jenkins that {@code -Djenkins.war}, {@code -Djenkins.plugins}
 * and {@code -Dcodexrunner.hpi} name. What was seen lies in {@code target/whole-jenkins}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamplesIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);
    private static final String NOTHING = "\"artifacts\":[]";

    private static Optional<Scene> started = Optional.empty();
    private static Optional<Mailbox> mailbox = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        started = Optional.of(Scene.beforeThePlugin(Named.orSkip("the examples of the Jenkins plugin")));
        mailbox = Optional.of(Mailbox.open());
        scene().install();
        scene().configure(
                        "examples.groovy",
                        fixed("", Map.of("SMTP", String.valueOf(mailbox().port()))));
    }

    @AfterAll
    static void end() throws Exception {
        if (mailbox.isPresent()) {
            mailbox.get().close();
        }
        if (started.isPresent()) {
            started.get().close();
        }
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    private static Mailbox mailbox() {
        return mailbox.orElseThrow();
    }

    /** What leads every run to the stand-in, and these lines besides. */
    private static Map<String, String> fixed(String lines, Map<String, String> further) throws IOException {
        Map<String, String> names = new HashMap<>(further);
        names.put("FIXED", scene().services().config(false) + lines);
        return names;
    }

    private static Examples examples() {
        return new Examples(scene());
    }

    @Test
    @Order(20)
    void jenkins_finds_nothing_wrong_with_any_of_them() throws Exception {
        for (String example : examples().jenkinsfiles()) {
            String text = examples().text(example);

            assertThat(scene().rest().lint(text)).as(example).isEqualTo("Jenkinsfile successfully validated.");
            assertThat(scene().rest().lint(text.replace("pipeline {\n    agent ", "pipeline {\n    agnt ")))
                    .as(example)
                    .contains("Errors encountered");
        }
    }

    @Test
    @Order(25)
    void the_first_run_proves_the_configuration() throws Exception {
        Build build = scene().start("first-run", Jobs.pipelineOf(examples().repository("first-run", Map.of()), "main"));

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(ended.console()).contains("I am here.");
        assertThat(build.kept("report.json")).hasSize(1);
    }

    @Test
    @Order(30)
    void a_multibranch_project_reviews_each_branch_and_decides_by_what_was_found() throws Exception {
        Repository repository = examples().repository("review", Map.of("src/total.sh", "echo $((1 / 1))\n"));
        for (String branch : List.of("clean", "grave", "limited", "chatty")) {
            repository.branch(branch, Map.of("src/total.sh", "echo $((1 / 0)) # " + branch + "\n"));
        }
        scene().configure("fixed.groovy", fixed("team-config: base\nteam-config-base: origin/main\n", Map.of()));
        scene().rest().create("review", Jobs.multibranch(repository));
        Build.Ended main = ended("main");
        Build.Ended clean = ended("clean");
        Build.Ended grave = ended("grave");
        Build.Ended limited = ended("limited");
        Build.Ended chatty = ended("chatty");
        scene().configure("fixed.groovy", fixed("", Map.of()));

        assertThat(main.result()).as(main.console()).isEqualTo("SUCCESS");
        assertThat(main.console()).contains("Stage \"Review\" skipped").doesNotContain("Running on agent");
        assertThat(clean.result()).as(clean.console()).isEqualTo("SUCCESS");
        assertThat(branch("clean").artifact("findings.json")).contains("A comment would help here");
        assertThat(Files.readString(branch("clean").kept("events.jsonl").get(0)))
                .contains("src/total.sh | 2 +-");
        assertThat(Files.readString(branch("clean").kept("report.json").get(0)))
                .containsPattern("\"mode\"\\s*:\\s*\"base\"");
        assertThat(grave.result()).as(grave.console()).isEqualTo("UNSTABLE");
        assertThat(grave.console()).contains("src/total.sh:1 The sum is divided by nothing", "To be mended: 1.");
        String page = grave.console().replaceAll("(?s).*To be mended: 1. See \\S+?/(job/\\S+).*", "$1");
        assertThat(scene().rest().get(page)).contains("The sum is divided by nothing");
        assertThat(limited.result()).as(limited.console()).isEqualTo("UNSTABLE");
        assertThat(branch("limited").artifacts()).contains(NOTHING);
        assertThat(chatty.result()).as(chatty.console()).isEqualTo("FAILURE");
        assertThat(chatty.console()).contains("exit code 10");
        assertThat(branch("chatty").artifacts()).contains(NOTHING);
    }

    @Test
    @Order(40)
    void modules_are_looked_at_side_by_side_and_none_stops_another() throws Exception {
        Repository repository = examples()
                .repository(
                        "parallel-modules",
                        Map.of(
                                "billing/module.txt",
                                "billing\n",
                                "shipping/module.txt",
                                "s\n",
                                "web/module.txt",
                                "w\n"));
        Build build = scene().start("modules", Jobs.pipelineOf(repository, "main"));

        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("UNSTABLE");
        assertThat(build.artifacts()).contains("[billing.md]", "[shipping.md]", "[web.md]");
        assertThat(build.artifact("billing.md")).isEqualTo("Nothing in billing is dead.");
        assertThat(build.artifact("shipping.md")).contains("The model refused this module.");
        assertThat(ended.console()).contains("billing: success, ", "shipping: turn_failed, ", "web: success, ");
        assertThat(scene().rest().get(build.path() + "api/json?tree=description"))
                .contains("2 of 3 modules");
        assertThat(build.kept("report.json")).hasSize(3);
        assertThat(build.kept("events.jsonl").stream().map(ExamplesIT::read))
                .anyMatch(events -> events.contains("/billing\\nbilling"));
    }

    @Test
    @Order(50)
    void a_night_leaves_a_patch_and_pushes_nothing() throws Exception {
        Repository repository = examples()
                .repository("nightly", Map.of("src/total.sh", "echo 1\n", "ci/nightly.md", "Mend one thing in src."));
        repository.branch("elsewhere", Map.of("ci/nightly.md", "Mend one thing anywhere."));
        repository.branch("idle", Map.of("ci/nightly.md", "Mend nothing."));
        String refs = repository.refs();
        Build build = scene().start("nightly", Jobs.pipelineOf(repository, "main"));
        Build.Ended ended = build.await(A_RUN);
        Build second = build.next();
        Build.Ended secondEnd = second.await(A_RUN);
        Build elsewhere = scene().start("nightly-elsewhere", Jobs.pipelineOf(repository, "elsewhere"));
        Build.Ended elsewhereEnd = elsewhere.await(A_RUN);
        Build idle = scene().start("nightly-idle", Jobs.pipelineOf(repository, "idle"));
        Build.Ended idleEnd = idle.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
        assertThat(repository.applied(build.artifact("codex.patch"), "main"))
                .isEqualTo("A\tsrc/new.sh\nM\tsrc/total.sh\n");
        assertThat(secondEnd.result()).as(secondEnd.console()).isEqualTo("SUCCESS");
        assertThat(second.artifact("codex.patch")).isEqualTo(build.artifact("codex.patch"));
        assertThat(Files.readString(build.kept("events.jsonl").get(0)))
                .contains("ended with 128", "Read-only file system");
        assertThat(elsewhereEnd.result()).as(elsewhereEnd.console()).isEqualTo("FAILURE");
        assertThat(elsewhereEnd.console()).contains("exit code 12", "elsewhere.sh");
        assertThat(elsewhere.artifacts()).contains(NOTHING);
        assertThat(idleEnd.result()).as(idleEnd.console()).isEqualTo("SUCCESS");
        assertThat(idle.artifacts()).contains(NOTHING);
        assertThat(repository.refs()).isEqualTo(refs);
        assertThat(scene().rest().get("job/nightly/config.xml")).contains("<spec>H 2 * * 1-5</spec>");
    }

    @Test
    @Order(60)
    void a_token_that_is_due_makes_the_check_unstable_and_one_that_is_refused_fails_it() throws Exception {
        Repository repository = examples().repository("rotation-check", Map.of());
        Build well = scene().start("rotation", Jobs.pipelineOf(repository, "main"));
        Build.Ended wellEnd = well.await(A_RUN);
        List<String> mailsWhenWell = mailbox().messages();
        scene().configure("fixed.groovy", fixed("rotation-warn: 3650d\n", Map.of()));
        Build.Ended warned = well.next().await(A_RUN);
        scene().configure("fixed.groovy", fixed("rotation-warn: 3650d\nrotation-fail: 3650d\n", Map.of()));
        Build.Ended due = well.next().next().await(A_RUN);
        scene().configure("fixed.groovy", fixed("", Map.of()));
        scene().services().revokeToken();
        Build.Ended refused = well.next().next().next().await(A_RUN);

        assertThat(wellEnd.result()).as(wellEnd.console()).isEqualTo("SUCCESS");
        assertThat(wellEnd.console()).contains("secret/ci/codex#access_token: ok, until 20");
        assertThat(mailsWhenWell).isEmpty();
        assertThat(scene().rest().get("job/rotation/config.xml")).contains("<spec>H 6 * * *</spec>");
        assertThat(warned.result()).as(warned.console()).isEqualTo("UNSTABLE");
        assertThat(warned.console()).contains("Somebody should look at an access token soon.");
        assertThat(due.result()).as(due.console()).isEqualTo("UNSTABLE");
        assertThat(due.console()).contains("secret/ci/codex#access_token: due");
        assertThat(refused.result()).as(refused.console()).isEqualTo("FAILURE");
        assertThat(refused.console()).contains("exit code 4");
        assertThat(mailbox().messages())
                .hasSize(3)
                .allMatch(mail -> mail.contains("To: platform@example.com"))
                .extracting(mail -> mail.replaceAll("(?s).*Subject: ([^\n]*)\n.*", "$1"))
                .containsExactly("UNSTABLE: rotation 2", "UNSTABLE: rotation 3", "FAILURE: rotation 4");
    }

    @Test
    @Order(70)
    void no_secret_is_in_any_console_mail_build_or_workspace() throws Exception {
        assertThat(SecretForms.of(scene().services())
                        .in(String.join("\n", mailbox().messages())))
                .isEmpty();
        assertThat(examples().secretsKept()).isEmpty();
    }

    private static Build branch(String name) {
        return new Build(scene().controller(), scene().figures(), "review/job/" + name, 1);
    }

    private static Build.Ended ended(String branch) throws Exception {
        return branch(branch).await(A_RUN);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
