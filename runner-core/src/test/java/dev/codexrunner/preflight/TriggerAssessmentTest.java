package dev.codexrunner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.codexrunner.config.TriggerRisk;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.reliability.Area;
import dev.codexrunner.reliability.Fault;
import dev.codexrunner.reliability.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerAssessmentTest {

    private static final String PRIVATE = "\"repository\":{\"full_name\":\"corp/app\",\"private\":true}";

    @TempDir
    private Path folder;

    private TriggerAssessment gitHub(String eventName, String event, String... more) throws IOException {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_EVENT_NAME",
                eventName,
                "GITHUB_EVENT_PATH",
                Files.writeString(folder.resolve("event.json"), event).toString(),
                "RUNNER_ENVIRONMENT",
                "self-hosted"));
        variables.putAll(pairs(more));
        return TriggerAssessment.of(variables);
    }

    private static Map<String, String> pairs(String... namesAndValues) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }

    private static String pullRequest(String head) {
        return "{\"pull_request\":{\"head\":{\"repo\":" + head + "},\"base\":{\"repo\":{\"full_name\":\"corp/app\"}}},"
                + PRIVATE + "}";
    }

    private static Iterable<TriggerRisk> risks(TriggerAssessment assessment) {
        return assessment.findings().stream().map(TriggerFinding::risk).toList();
    }

    private static void refuses(TriggerAssessment assessment, String risk, Seen seen) {
        FailureException refused = catchThrowableOfType(FailureException.class, () -> assessment.require(Set.of()));
        assertThat(refused.failure().code()).isEqualTo("trigger-untrusted");
        assertThat(refused.failure().fix()).contains("--allow-untrusted-trigger " + risk, "docs/triggers.md");
        seen.exit(refused.failure().kind().exitCode()).that("names the switch for " + risk);
    }

    @Test
    void outside_of_a_ci_nothing_is_said() {
        assertThat(TriggerAssessment.of(Map.of("HOME", "/home/me")))
                .isEqualTo(new TriggerAssessment(
                        java.util.Optional.empty(), java.util.Optional.empty(), java.util.List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "schedule", "workflow_dispatch"})
    void a_trigger_of_those_who_may_write_is_trusted(String event) throws IOException {
        assertThat(gitHub(event, "{" + PRIVATE + "}").findings()).isEmpty();
    }

    @Test
    void a_pull_request_from_a_branch_of_the_same_private_repository_is_trusted() throws IOException {
        assertThat(gitHub("pull_request", pullRequest("{\"full_name\":\"Corp/App\"}"))
                        .findings())
                .isEmpty();
    }

    @Fault(
            area = Area.POLICY,
            made = "GitHub's event file names another head than base repository",
            promised = "exit 12, the switch named")
    @Test
    void a_pull_request_from_a_fork(Seen seen) throws IOException {
        TriggerAssessment assessment = gitHub("pull_request", pullRequest("{\"full_name\":\"stranger/app\"}"));

        assertThat(risks(assessment)).containsExactly(TriggerRisk.FORK);
        refuses(assessment, "fork", seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "the head repository is null in GitHub's event file",
            promised = "counts as a fork: exit 12")
    @Test
    void a_pull_request_from_a_fork_that_was_deleted(Seen seen) throws IOException {
        refuses(gitHub("pull_request", pullRequest("null")), "fork", seen);
    }

    @Fault(
            area = Area.POLICY,
            made = "GitHub's event file of a pull request is missing, empty, no JSON, or of another shape",
            promised = "counts as a fork: exit 12")
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"pull_request\":7}", "\"text\""})
    void an_event_file_that_tells_nothing(String event, Seen seen) throws IOException {
        refuses(gitHub("pull_request", event), "fork", seen);
        refuses(
                gitHub(
                        "pull_request",
                        event,
                        "GITHUB_EVENT_PATH",
                        folder.resolve("absent").toString()),
                "fork",
                seen);
        refuses(gitHub("pull_request", event, "GITHUB_EVENT_PATH", "\0"), "fork", seen);
    }

    @Fault(area = Area.POLICY, made = "GITHUB_EVENT_NAME=pull_request_target", promised = "exit 12, the switch named")
    @Test
    void a_pull_request_target(Seen seen) throws IOException {
        TriggerAssessment assessment = gitHub("pull_request_target", pullRequest("{\"full_name\":\"corp/app\"}"));

        refuses(assessment, "pull-request-target", seen);
        assertThat(risks(assessment)).containsExactly(TriggerRisk.PULL_REQUEST_TARGET);
        assertThatCode(() -> assessment.require(Set.of(TriggerRisk.PULL_REQUEST_TARGET)))
                .doesNotThrowAnyException();
    }

    @Fault(area = Area.POLICY, made = "a workflow_run that a fork's run began", promised = "exit 12, the switch named")
    @Test
    void a_workflow_run_begun_by_a_fork(Seen seen) throws IOException {
        String event = "{\"workflow_run\":{\"head_repository\":{\"full_name\":\"%s\"}}," + PRIVATE + "}";

        refuses(gitHub("workflow_run", event.formatted("stranger/app")), "fork", seen);
        assertThat(gitHub("workflow_run", event.formatted("corp/app")).findings())
                .isEmpty();
    }

    @Fault(
            area = Area.POLICY,
            made = "a comment of somebody who may not write to the repository",
            promised = "exit 12, the switch named")
    @ParameterizedTest
    @CsvSource({"issue_comment,comment,NONE", "issues,issue,CONTRIBUTOR", "discussion_comment,comment,FIRST_TIMER"})
    void a_comment_of_a_stranger(String event, String text, String association, Seen seen) throws IOException {
        String body = "{\"" + text + "\":{\"author_association\":\"%s\"},\"issue\":{\"author_association\":\"%s\"},"
                + PRIVATE + "}";

        refuses(gitHub(event, body.formatted(association, association)), "comment", seen);
        assertThat(gitHub(event, body.formatted("MEMBER", "MEMBER")).findings()).isEmpty();
    }

    @Test
    void the_comments_author_counts_not_that_of_the_issue_below_it() throws IOException {
        String body = "{\"comment\":{\"author_association\":\"NONE\"},\"issue\":{\"author_association\":\"OWNER\"},"
                + PRIVATE + "}";

        assertThat(risks(gitHub("issue_comment", body))).containsExactly(TriggerRisk.COMMENT);
    }

    @Fault(area = Area.POLICY, made = "a public repository", promised = "exit 12, the switch named")
    @ParameterizedTest
    @ValueSource(strings = {"{\"private\":false}", "{\"visibility\":\"public\"}"})
    void a_public_repository(String repository, Seen seen) throws IOException {
        refuses(gitHub("push", "{\"repository\":" + repository + "}"), "public-repository", seen);
    }

    @Test
    void an_internal_repository_is_not_public() throws IOException {
        assertThat(gitHub("push", "{\"repository\":{\"private\":true,\"visibility\":\"internal\"}}")
                        .findings())
                .isEmpty();
    }

    @Fault(area = Area.POLICY, made = "RUNNER_ENVIRONMENT=github-hosted", promised = "exit 12, the switch named")
    @Test
    void a_runner_of_the_provider(Seen seen) throws IOException {
        refuses(gitHub("push", "{" + PRIVATE + "}", "RUNNER_ENVIRONMENT", "github-hosted"), "hosted-runner", seen);
    }

    @Test
    void each_risk_needs_its_own_switch() throws IOException {
        TriggerAssessment assessment =
                gitHub("pull_request", pullRequest("{\"full_name\":\"x/app\"}"), "RUNNER_ENVIRONMENT", "github-hosted");

        assertThat(assessment.refused(Set.of(TriggerRisk.FORK)))
                .extracting(TriggerFinding::risk)
                .containsExactly(TriggerRisk.HOSTED_RUNNER);
        assertThat(assessment.facts(Set.of(TriggerRisk.FORK)).orElseThrow().risks())
                .extracting("risk", "allowed")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fork", true),
                        org.assertj.core.groups.Tuple.tuple("hosted-runner", false));
    }

    @Fault(
            area = Area.POLICY,
            made = "a change from a fork, by each CI's own variables",
            promised = "exit 12, the switch named")
    @ParameterizedTest
    @CsvSource({
        "jenkins,JENKINS_URL=https://j/ CHANGE_ID=7 CHANGE_FORK=stranger",
        "gitlab,GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=x/app CI_MERGE_REQUEST_PROJECT_PATH=corp/app",
        "gitlab,GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=x/app",
        "azure-pipelines,TF_BUILD=True SYSTEM_PULLREQUEST_ISFORK=True",
        "buildkite,BUILDKITE=true BUILDKITE_REPO=git@github.com:corp/app.git"
                + " BUILDKITE_PULL_REQUEST_REPO=https://github.com/x/app.git",
        "circleci,CIRCLECI=true CIRCLE_PR_USERNAME=stranger"
    })
    void a_fork_elsewhere(String ci, String variables, Seen seen) {
        TriggerAssessment assessment = TriggerAssessment.of(pairs(variables.split("[ =]", -1)));

        assertThat(assessment.ci()).contains(ci);
        assertThat(risks(assessment)).containsExactly(TriggerRisk.FORK);
        refuses(assessment, "fork", seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JENKINS_URL=https://j/ CHANGE_ID=7 CHANGE_FORK=",
                "GITLAB_CI=true CI_MERGE_REQUEST_SOURCE_PROJECT_PATH=corp/app CI_MERGE_REQUEST_PROJECT_PATH=corp/app",
                "TF_BUILD=True SYSTEM_PULLREQUEST_ISFORK=False AGENT_ISSELFHOSTED=1",
                "BUILDKITE=true BUILDKITE_REPO=git@github.com:corp/app.git"
                        + " BUILDKITE_PULL_REQUEST_REPO=https://github.com/corp/app.git",
                "BUILDKITE=true BUILDKITE_REPO=ssh://git@git.corp:22/team/app BUILDKITE_PULL_REQUEST_REPO="
            })
    void a_change_of_the_same_repository_is_trusted_elsewhere_too(String variables) {
        assertThat(TriggerAssessment.of(pairs(variables.split("[ =]", -1))).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public-repository,GITLAB_CI=true CI_PROJECT_VISIBILITY=public",
        "hosted-runner,GITLAB_CI=true CI_RUNNER_TAGS=[\"saas-linux-small-amd64\"]",
        "hosted-runner,TF_BUILD=True AGENT_ISSELFHOSTED=0",
        "hosted-runner,BUILDKITE=true BUILDKITE_COMPUTE_TYPE=hosted"
    })
    void what_else_the_others_tell(String risk, String variables) {
        assertThat(TriggerAssessment.of(pairs(variables.split("[ =]", -1))).findings())
                .extracting(TriggerFinding::riskName)
                .containsExactly(risk);
    }
}
