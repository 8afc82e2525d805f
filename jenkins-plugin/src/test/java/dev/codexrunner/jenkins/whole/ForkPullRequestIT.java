package dev.codexrunner.jenkins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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
 * Changes of forks, as GitHub's branch source brings them into multibranch Pipelines. The source is the real one, git too;
 * GitHub is a stand-in. In the Jenkins that the system properties of {@link WholeJenkinsIT} name.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForkPullRequestIT {

    private static final Duration A_RUN = Duration.ofMinutes(4);

    /** Who may only read; who may write too; and who has deleted his fork since. */
    private static final String STRANGER = "mallory";

    private static final String COLLEAGUE = "alice";
    private static final String GONE = "ghost";

    private static final Map<String, String> CHANGE = Map.of("greeting.sh", "echo hello\n");

    private static final String REFUSED = "codexExec does not run (policy, exit code 12)";

    private static Optional<GitHubStandIn> gitHub = Optional.empty();
    private static Optional<Scene> started = Optional.empty();

    @BeforeAll
    static void boot() throws Exception {
        Named named = Named.orSkip("changes of forks in a whole Jenkins");
        GitRepository repository =
                GitRepository.create(Scene.folder(named).resolve("repository").toAbsolutePath());
        GitHubStandIn standIn = GitHubStandIn.start(repository);
        gitHub = Optional.of(standIn);
        Scene scene = Scene.set(named, standIn.forGit(), List.of());
        started = Optional.of(scene);
        scene.rest().script("""
                        def source = Jenkins.get().pluginManager.uberClassLoader
                        def name = 'org.jenkinsci.plugins.github_branch_source.'
                        source.loadClass(name + 'GitHubConfiguration').get().apiRateLimitChecker =
                            source.loadClass(name + 'ApiRateLimitChecker').NoThrottle
                        source.loadClass(name + 'GitHubConfiguration').get().save()
                        """);
        commit(repository);
        GitHubAnswers answers = standIn.answers();
        answers.permit(GitHubStandIn.OWNER, "admin");
        answers.permit(COLLEAGUE, "write");
        answers.open(new GitHubAnswers.PullRequest(1, GitHubStandIn.OWNER, "feature", false));
        answers.open(new GitHubAnswers.PullRequest(2, STRANGER, "main", false));
        answers.open(new GitHubAnswers.PullRequest(3, COLLEAGUE, "main", false));
        answers.open(new GitHubAnswers.PullRequest(4, GONE, "main", true));
    }

    /** The company's main branch and a change of its own; and what three forks make of it. */
    private static void commit(GitRepository repository) throws IOException, InterruptedException {
        Map<String, String> main = new LinkedHashMap<>();
        main.put("Jenkinsfile", onAgent("checkout scm\n" + codex("")));
        main.put("ci/accepting.Jenkinsfile", onAgent("checkout scm\n" + codex(", acceptedRisks: ['fork']")));
        main.put("ci/loading.Jenkinsfile", onAgent("checkout scm\nload 'ci/review.groovy'"));
        main.put("ci/review.groovy", codex(""));
        main.put("ci/reading.Jenkinsfile", "def words = readTrusted 'ci/prompt.md'\n" + onAgent(codex("")));
        main.put("ci/prompt.md", "[review] Review this");
        main.put(
                "ci/waiting.Jenkinsfile",
                onAgent("echo 'I wait.'\nsh 'until [ -e go ]; do sleep 1; done'\n" + codex("")));
        repository.commit("", "refs/heads/main", main);
        repository.commit("refs/heads/main", "refs/heads/feature", CHANGE);
        repository.commit("refs/heads/main", "refs/pull/1/head", CHANGE);
        for (int number = 2; number <= 4; number++) {
            repository.commit(
                    "refs/heads/main",
                    "refs/pull/" + number + "/head",
                    Map.of(
                            "Jenkinsfile",
                            onAgent(unsaying()),
                            "ci/review.groovy",
                            unsaying(),
                            "ci/prompt.md",
                            "Obey."));
        }
    }

    /** Every way to say that there is no fork, or that nobody minds. */
    private static String unsaying() throws IOException {
        String config = scene().services().config(true);
        String plain = scene().codexExec("prompt: '[review] x', credentialsId: 'access-token'");
        return """
                echo 'The Pipeline of the fork.'
                def attempt = { String name, Closure body ->
                  try { body(); echo "attempt ${name}: LET IN" } catch (refused) { echo "attempt ${name}: ${refused.message}" }
                }
                attempt('plain') { %1$s }
                attempt('variables') {
                  withEnv(['CHANGE_FORK=', 'CHANGE_ID=', 'CHANGE_TARGET=', 'CHANGE_URL=', 'CHANGE_BRANCH=', 'BRANCH_NAME=main']) { %1$s }
                }
                env.CHANGE_FORK = ''
                attempt('environment') { %1$s }
                attempt('risk') { %2$s }
                attempt('setting') { %3$s }
                attempt('check') { codexRotationCheck(%4$s) }
                attempt('start') { build '/started' }
                error 'The end of the attempts.'
                """.formatted(
                plain,
                scene().codexExec("prompt: '[review] x', credentialsId: 'access-token', acceptedRisks: ['fork']"),
                plain.replace(Jobs.quoted(config), Jobs.quoted(config + "allow-untrusted-trigger:\n  - fork\n")),
                Scene.byAppRole("vault-checker"));
    }

    private static String codex(String arguments) throws IOException {
        return "def result = "
                + scene().codexExec(
                                "prompt: '[review] Review this', sandbox: 'workspace-write', credentialsId: 'access-token'"
                                        + arguments)
                + "\necho \"kind=${result.kind}\"\n";
    }

    private static String onAgent(String body) {
        return "node('linux') {\n" + body + "\n}\n";
    }

    @AfterAll
    static void end() throws Exception {
        if (started.isPresent()) {
            scene().figures()
                    .note("GitHub was asked for what the stand-in does not have: "
                            + gitHub.orElseThrow().unknown());
            scene().close();
        }
        gitHub.ifPresent(GitHubStandIn::close);
    }

    private static Scene scene() {
        return started.orElseThrow();
    }

    private static Multibranch ofForks(String name, String script, String trust) throws Exception {
        return Multibranch.create(scene(), name, gitHub.orElseThrow().url(), script, trust, true);
    }

    @Test
    @Order(10)
    void with_trust_in_nobody_branches_and_own_changes_run_and_forks_are_refused() throws Exception {
        Multibranch job =
                Multibranch.create(scene(), "nobody", gitHub.orElseThrow().url(), "Jenkinsfile", "Nobody", false);

        for (String own : List.of("main", "PR-1")) {
            Build.Ended ended = job.build(own, 1).await(A_RUN);
            assertThat(ended.result()).as(ended.console()).isEqualTo("SUCCESS");
            assertThat(ended.console()).contains("kind=success");
        }
        for (String fork : List.of("PR-2 " + STRANGER, "PR-3 " + COLLEAGUE)) {
            String[] words = fork.split(" ", 2);
            Build.Ended ended = job.build(words[0], 1).await(A_RUN);
            assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
            assertThat(ended.console())
                    .contains(REFUSED, words[0] + " is a change from the fork " + words[1], "docs/triggers.md")
                    .doesNotContain("The Pipeline of the fork.", "kind=");
        }
        assertThat(job.build("PR-2", 1).kept("report.json")).isEmpty();
    }

    @Test
    @Order(11)
    void a_fork_that_is_gone_is_one_all_the_same() throws Exception {
        Build.Ended ended = scene().build("nobody/job/PR-4", 1).await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
        assertThat(ended.console())
                .contains(REFUSED, "PR-4 is a change from a fork")
                .doesNotContain("null");
    }

    @Test
    @Order(20)
    void a_fork_whose_pipeline_is_taken_can_not_unsay_it() throws Exception {
        scene().rest()
                .create(
                        "started",
                        Jobs.pipeline(
                                onAgent(scene().codexExec("prompt: '[review] x', credentialsId: 'access-token'"))));
        Multibranch job = ofForks("everyone", "Jenkinsfile", "Everyone");

        everyAttemptIsRefused(job.build("PR-2", 1));
        assertThat(scene().build("started", 1).await(A_RUN).console())
                .contains(REFUSED, "This build was started by one of PR-", "a change from ");
        everyAttemptIsRefused(job.build("PR-3", 1));
    }

    @Test
    @Order(21)
    void nor_can_one_of_somebody_who_may_write() throws Exception {
        for (String trust : List.of("Contributors", "Permission")) {
            Multibranch job = ofForks(trust.toLowerCase(java.util.Locale.ROOT), "Jenkinsfile", trust);

            everyAttemptIsRefused(job.build("PR-3", 1));
            Build.Ended stranger = job.build("PR-2", 1).await(A_RUN);
            assertThat(stranger.console()).contains(REFUSED).doesNotContain("The Pipeline of the fork.");
        }
    }

    @Test
    @Order(22)
    void nor_can_a_script_that_the_companys_pipeline_loads_from_the_checkout() throws Exception {
        Multibranch job = ofForks("loading", "ci/loading.Jenkinsfile", "Nobody");

        everyAttemptIsRefused(job.build("PR-2", 1));
    }

    @Test
    @Order(23)
    void a_file_that_is_read_as_trusted_ends_the_build_where_the_fork_has_changed_it() throws Exception {
        Multibranch job = ofForks("reading", "ci/reading.Jenkinsfile", "Nobody");

        Build.Ended fork = job.build("PR-2", 1).await(A_RUN);
        assertThat(fork.result()).as(fork.console()).isEqualTo("FAILURE");
        assertThat(fork.console())
                .contains("ci/prompt.md", "untrusted revision")
                .doesNotContain("kind=");
    }

    @Test
    @Order(30)
    void a_refusal_holds_over_a_restart_of_the_controller() throws Exception {
        Multibranch job = ofForks("waiting", "ci/waiting.Jenkinsfile", "Nobody");
        Build build = job.build("PR-2", 1);
        build.awaitLines("I wait.", 1);

        scene().controller().kill();
        scene().controller().startAgain();
        scene().agent().awaitOnline();
        try (var workspaces = Files.list(scene().agent().root().resolve("workspace"))) {
            for (Path workspace : workspaces
                    .filter(each -> each.toString().contains("waiting"))
                    .toList()) {
                Files.writeString(workspace.resolve("go"), "");
            }
        }

        Build.Ended ended = build.await(A_RUN);
        assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
        assertThat(ended.console()).contains(REFUSED, "PR-2 is a change from the fork " + STRANGER);
        scene().rest().post("job/nobody/job/PR-2/build?delay=0");
        assertThat(scene().build("nobody/job/PR-2", 2).await(A_RUN).console()).contains(REFUSED);
    }

    @Test
    @Order(40)
    void the_risk_can_be_accepted_where_the_policy_allows_it_and_the_report_says_so() throws Exception {
        Multibranch job = ofForks("accepting", "ci/accepting.Jenkinsfile", "Nobody");
        Build.Ended before = job.build("PR-2", 1).await(A_RUN);
        assertThat(before.result()).as(before.console()).isEqualTo("FAILURE");
        assertThat(before.console()).contains("accepted risk \"fork\"");

        scene().rest().script("""
                        def configuration = Jenkins.get().getDescriptor('dev.codexrunner.jenkins.configuration.CodexGlobalConfiguration')
                        def policy = configuration.policy
                        policy.acceptedRisks = ['fork']
                        configuration.policy = policy
                        """);

        Build build = job.again("PR-2", 2);
        Build.Ended after = build.await(A_RUN);
        assertThat(after.result()).as(after.console()).isEqualTo("SUCCESS");
        assertThat(after.console()).contains("kind=success");
        assertThat(Files.readString(build.kept("report.json").get(0)))
                .containsPattern("\"risk\"\\s*:\\s*\"fork\"[^}]*\"allowed\"\\s*:\\s*true");
        // Allowed is not accepted: a Pipeline that says nothing of it is refused still.
        scene().rest().post("job/nobody/job/PR-2/build?delay=0");
        assertThat(scene().build("nobody/job/PR-2", 3).await(A_RUN).console()).contains(REFUSED);
    }

    private static void everyAttemptIsRefused(Build build) throws Exception {
        Build.Ended ended = build.await(A_RUN);

        assertThat(ended.result()).as(ended.console()).isEqualTo("FAILURE");
        assertThat(ended.console()).contains("The Pipeline of the fork.", "The end of the attempts.");
        for (String attempt : List.of("plain", "variables", "environment", "risk", "setting")) {
            assertThat(ended.console()).contains("attempt " + attempt + ": " + REFUSED);
        }
        assertThat(ended.console())
                .contains("attempt check: codexRotationCheck does not run (policy, exit code 12)")
                .doesNotContain("LET IN");
        assertThat(build.kept("report.json")).isEmpty();
    }
}
