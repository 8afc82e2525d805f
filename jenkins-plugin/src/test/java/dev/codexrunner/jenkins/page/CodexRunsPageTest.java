package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CodexRunsPageTest {

    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(1)>\\u202Eevil\\u001b[31m\\u0000";

    @TempDir
    private Path folder;

    private JenkinsRule jenkins;
    private FreeStyleBuild build;

    @BeforeEach
    void runABuild(JenkinsRule rule) throws Exception {
        jenkins = rule;
        FreeStyleProject project = rule.createFreeStyleProject("job");
        build = rule.buildAndAssertSuccess(project);
    }

    @Test
    void a_build_lists_its_runs_and_links_to_each() throws Exception {
        StoredRun.in(build, "review-tried-again", "one");
        StoredRun.in(build, "timed-out", "two");

        HtmlPage buildPage = client().getPage(build);
        HtmlPage list = client().getPage(build, "codex-runner/");

        assertThat(buildPage.asNormalizedText())
                .contains("Codex: 2 runs, 1 of them without success", "Timeout", "nightly-review");
        assertThat(list.asNormalizedText()).contains("nightly-review", "Success", "Timeout");
        assertThat(list.getAnchorByHref("run/one/")).isNotNull();
        assertThat(build.getAction(CodexRunsAction.class).getBadgeIcon()).isEqualTo("symbol-warning");
    }

    @Test
    void a_runs_page_shows_verdict_answer_changes_steps_attempts_and_where_the_token_came_from() throws Exception {
        StoredRun.in(build, "review-tried-again", "one");

        String text = page("one").asNormalizedText();

        assertThat(text)
                .contains("Success", "The turn completed and everything asked for is there.")
                .contains("The query is put together from the request", "src/main/java/app/Search.java:12")
                .contains("Rate limit reached.", "Tried again: it may pass by itself")
                .contains("114,000", "secret/ci/codex", "agent_identity")
                .contains("What the agent did", "report.html", "report.sarif");
    }

    @Test
    void a_failure_says_why_and_what_to_do() throws Exception {
        StoredRun.in(build, "vault-sealed", "one");

        assertThat(page("one").asNormalizedText()).contains("Secret source", "What to do:", "sealed");
    }

    @Test
    void files_of_the_report_are_served_without_rights() throws Exception {
        StoredRun.in(build, "timed-out", "one");

        var response = client().goTo(build.getUrl() + "codex-runner/run/one/files/report.html", "text/html")
                .getWebResponse();

        assertThat(response.getResponseHeaderValue("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void paths_that_lead_elsewhere_are_not_found() throws Exception {
        StoredRun.in(build, "timed-out", "one");
        Files.createSymbolicLink(
                build.getRootDir().toPath().resolve("codex-runner/one/events.jsonl"),
                build.getRootDir().toPath().resolve("build.xml"));
        JenkinsRule.WebClient client = client();

        for (String path : List.of(
                "run/other/",
                "run/..%2F..%2F/",
                "run/one/files/..%2F..%2F..%2Fbuild.xml",
                "run/one/files/events.jsonl")) {
            client.setThrowExceptionOnFailingStatusCode(false);
            assertThat(client.goTo(build.getUrl() + "codex-runner/" + path, null)
                            .getWebResponse()
                            .getStatusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void hostile_texts_are_shown_and_do_nothing() throws Exception {
        Files.writeString(folder.resolve("report.json"), hostileReport());
        StoredRun.from(folder, build, "one");
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.setAlertHandler((page, message) -> {
            throw new AssertionError("A script ran: " + message);
        });

        HtmlPage page = client.getPage(build, "codex-runner/run/one/");
        HtmlPage summary = client.getPage(build);

        for (HtmlPage each : List.of(page, summary)) {
            assertThat(each.getByXPath("//img[@onerror]")).isEmpty();
            assertThat(each.getByXPath("//script[contains(., 'alert(1)')]")).isEmpty();
            assertThat(each.getWebResponse().getContentAsString()).doesNotContain("\u202E");
        }
        assertThat(page.asNormalizedText()).contains("<script>alert(1)</script>", "\u27E8U+202E\u27E9evil");
        assertThat(build.getAction(CodexRunsAction.class).getRun("one").getDisplayName())
                .as("Jenkins' own script makes HTML of a breadcrumb's name")
                .doesNotContain("<");
    }

    @Test
    void no_page_has_inline_scripts_styles_or_handlers_of_ours() throws Exception {
        StoredRun.in(build, "long-build", "one");

        DomElement ours = page("one").querySelector(".codex-page");

        assertThat(ours.getByXPath(".//script | .//style | .//*[@style] | .//@*[starts-with(name(), 'on')]"))
                .isEmpty();
    }

    @Test
    void a_long_run_is_bounded_and_says_so() throws Exception {
        StoredRun.in(build, "long-build", "one");

        HtmlPage page = page("one");

        assertThat(page.querySelectorAll(".codex-step").size()).isLessThanOrEqualTo(StepEntries.MOST);
        assertThat(page.asNormalizedText()).contains("more steps are not shown", "more files are not listed here");
    }

    @Test
    void without_a_report_the_page_has_what_the_build_knows() throws Exception {
        StoredRun.in(build, "timed-out", "one");
        Files.delete(build.getRootDir().toPath().resolve("codex-runner/one/report.json"));

        assertThat(page("one").asNormalizedText()).contains("Timeout", "The run has left no report.json.");
    }

    @Test
    void runs_survive_a_reload_and_only_a_summary_is_in_the_builds_record() throws Exception {
        StoredRun.in(build, "review-tried-again", "one");
        String record = Files.readString(build.getRootDir().toPath().resolve("build.xml"), StandardCharsets.UTF_8);

        build.getParent().doReload();
        Run<?, ?> reloaded =
                jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class).getBuildByNumber(1);

        assertThat(record).contains("<runId>").doesNotContain("The query is put together");
        assertThat(reloaded).isNotSameAs(build);
        assertThat(reloaded.getAction(CodexRunsAction.class).getRows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getVerdict()).isEqualTo("success");
                    assertThat(row.getUrl()).isEqualTo("codex-runner/run/one/");
                });
    }

    @Test
    void adding_a_run_again_replaces_it() throws Exception {
        StoredRun.in(build, "timed-out", "one");
        StoredRun.in(build, "review-tried-again", "one");

        assertThat(build.getAction(CodexRunsAction.class).getRows())
                .singleElement()
                .satisfies(row -> assertThat(row.isSuccess()).isTrue());
    }

    @Test
    void the_remote_api_tells_of_each_run() throws Exception {
        StoredRun.in(build, "timed-out", "one");

        JSONObject json = jenkins.getJSON(build.getUrl() + "codex-runner/api/json?depth=1")
                .getJSONObject();
        JSONObject run = json.getJSONArray("runs").getJSONObject(0);

        assertThat(json.getInt("count")).isEqualTo(1);
        assertThat(json.getInt("failed")).isEqualTo(1);
        assertThat(run.getString("verdict")).isEqualTo("failure");
        assertThat(run.getString("kind")).isEqualTo("timeout");
        assertThat(run.getInt("exitCode")).isEqualTo(11);
        assertThat(run.getString("url")).isEqualTo("codex-runner/run/one/");
    }

    @Test
    void who_may_not_read_the_job_sees_nothing() throws Exception {
        StoredRun.in(build, "timed-out", "one");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));

        for (String path : List.of(
                "codex-runner/",
                "codex-runner/run/one/",
                "codex-runner/run/one/files/report.json",
                "codex-runner/api/json")) {
            JenkinsRule.WebClient stranger = client().login("stranger");
            stranger.setThrowExceptionOnFailingStatusCode(false);
            assertThat(stranger.goTo(build.getUrl() + path, null)
                            .getWebResponse()
                            .getStatusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(client().login("reader")
                            .goTo(build.getUrl() + path, null)
                            .getWebResponse()
                            .getStatusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    /** Nothing on these pages needs a script, and HtmlUnit is slow with Jenkins' style sheets. */
    private JenkinsRule.WebClient client() {
        JenkinsRule.WebClient client = jenkins.createWebClient().withJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        return client;
    }

    private HtmlPage page(String stepId) throws Exception {
        return client().getPage(build, "codex-runner/run/" + stepId + "/");
    }

    private static String hostileReport() {
        return "{\"schemaVersion\":1,\"run\":{\"id\":\"r\",\"name\":\"" + HOSTILE
                + "\"},\"verdict\":{\"status\":\"failure\",\"kind\":\""
                + HOSTILE + "\",\"code\":\"" + HOSTILE + "\",\"exitCode\":12,\"reason\":\"" + HOSTILE + "\",\"fix\":\""
                + HOSTILE
                + "\"},\"codex\":{\"model\":\"" + HOSTILE + "\",\"attempts\":[{\"number\":1,\"kind\":\"" + HOSTILE
                + "\",\"reason\":\""
                + HOSTILE + "\"}]},\"credential\":{\"source\":\"" + HOSTILE + "\",\"vault\":{\"path\":\"" + HOSTILE
                + "\"}},\"finalMessage\":\"" + HOSTILE + "\",\"checks\":[{\"name\":\"" + HOSTILE + "\",\"status\":\""
                + HOSTILE
                + "\",\"detail\":\"" + HOSTILE + "\"}],\"items\":{\"commands\":[{\"command\":\"" + HOSTILE
                + "\",\"status\":\"" + HOSTILE
                + "\",\"output\":\"" + HOSTILE + "\"}],\"messages\":[{\"text\":\"" + HOSTILE
                + "\"}],\"todo\":[{\"text\":\"" + HOSTILE
                + "\"}],\"errors\":[\"" + HOSTILE + "\"]},\"changes\":{\"count\":1,\"files\":[{\"path\":\"" + HOSTILE
                + "\",\"kind\":\"" + HOSTILE + "\"}],\"diffs\":{\"files\":[{\"path\":\"" + HOSTILE + "\",\"hunks\":\"+"
                + HOSTILE
                + "\",\"note\":\"" + HOSTILE + "\"}]}},\"warnings\":[\"" + HOSTILE + "\"]}";
    }
}
