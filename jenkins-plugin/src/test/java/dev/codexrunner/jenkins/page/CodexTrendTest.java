package dev.codexrunner.jenkins.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CodexTrendTest {

    private JenkinsRule jenkins;
    private FreeStyleProject job;

    @BeforeEach
    void makeAJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createFreeStyleProject("job");
    }

    @Test
    void a_job_that_never_ran_codex_has_no_trend() throws Exception {
        jenkins.buildAndAssertSuccess(job);

        assertThat(job.getAction(CodexTrendAction.class)).isNull();
    }

    @Test
    void a_trend_has_a_bar_and_a_row_for_each_build() throws Exception {
        StoredRun.in(build(), "review-tried-again", "a");
        jenkins.buildAndAssertSuccess(job);
        FreeStyleBuild third = build();
        StoredRun.in(third, "timed-out", "b");
        StoredRun.in(third, "review-tried-again", "c");

        HtmlPage page = client().getPage(job, "codex-trend/");

        assertThat(page.querySelectorAll(".codex-chart figcaption").stream()
                        .map(DomNode::asNormalizedText)
                        .toList())
                .satisfiesExactly(
                        verdicts -> assertThat(verdicts).isEqualTo("Verdicts up to 2 runs"),
                        durations -> assertThat(durations).startsWith("Longest run up to "),
                        tokens -> assertThat(tokens).startsWith("Tokens up to "));
        assertThat(page.querySelectorAll(".codex-chart rect").size())
                .as("both sorts of verdicts of the third build, and else a bar for each build")
                .isEqualTo(7);
        assertThat(page.querySelectorAll("svg[role=img] > desc").stream().map(DomNode::getTextContent))
                .hasSize(3)
                .contains("1 of 2 builds succeeded.");
        assertThat(page.asNormalizedText())
                .contains("50 %", "Timeout", "#1", "#3")
                .doesNotContain("#2\tS");
        assertThat(client().getPage(job).querySelectorAll(".codex-box rect").size())
                .isEqualTo(7);
    }

    @Test
    void the_remote_api_tells_the_same() throws Exception {
        StoredRun.in(build(), "review-tried-again", "a");
        StoredRun.in(build(), "timed-out", "b");

        JSONObject json =
                jenkins.getJSON(job.getUrl() + "codex-trend/api/json?depth=1").getJSONObject();

        assertThat(json.getInt("successPercent")).isEqualTo(50);
        assertThat(json.getJSONArray("builds").size()).isEqualTo(2);
        assertThat(json.getJSONArray("builds").getJSONObject(0).getString("kind"))
                .isEqualTo("timeout");
        assertThat(json.getJSONArray("builds").getJSONObject(1).getLong("tokens"))
                .isEqualTo(14_664);
    }

    @Test
    void a_trend_looks_at_so_many_builds_and_no_more() throws Exception {
        for (int i = 0; i < 8; i++) {
            StoredRun.in(build(), "timed-out", "a");
        }
        job.doReload();
        FreeStyleProject reloaded = jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class);

        assertThat(TrendBuilds.of(reloaded, 3))
                .extracting(point -> point.build())
                .containsExactly(8, 7, 6);
        assertThat(reloaded._getRuns().getLoadedBuilds().keySet()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void who_may_not_read_the_job_sees_nothing() throws Exception {
        StoredRun.in(build(), "timed-out", "a");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("stranger", "reader")
                .grant(Item.READ)
                .everywhere()
                .to("reader"));
        JenkinsRule.WebClient stranger = client().login("stranger");
        stranger.setThrowExceptionOnFailingStatusCode(false);

        assertThat(stranger.goTo(job.getUrl() + "codex-trend/", null)
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(client().login("reader")
                        .goTo(job.getUrl() + "codex-trend/")
                        .getWebResponse()
                        .getStatusCode())
                .isEqualTo(200);
    }

    private JenkinsRule.WebClient client() {
        JenkinsRule.WebClient client = jenkins.createWebClient().withJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        return client;
    }

    private FreeStyleBuild build() throws Exception {
        return jenkins.buildAndAssertSuccess(job);
    }
}
