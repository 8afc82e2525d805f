package dev.codexrunner.jenkins.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Run;
import java.util.List;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class UntrustedChangeTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void a_change_from_a_fork_is_refused_with_risk_page_and_switch() throws Exception {
        assertThat(UntrustedChange.refusal(build("fork-of-mallory"), List.of()))
                .hasValueSatisfying(words -> assertThat(words)
                        .contains("fork-of-mallory", "mallory", "your token", "docs/triggers.md", "acceptedRisks"));
    }

    @Test
    void it_is_let_in_where_the_risk_is_accepted() throws Exception {
        assertThat(UntrustedChange.refusal(build("fork-of-mallory"), List.of("fork")))
                .isEmpty();
    }

    @Test
    void a_branch_of_the_repository_is_let_in() throws Exception {
        assertThat(UntrustedChange.refusal(build("feature"), List.of())).isEmpty();
    }

    @Test
    void a_job_without_a_branch_source_is_let_in() throws Exception {
        assertThat(UntrustedChange.refusal(build("plain"), List.of())).isEmpty();
    }

    private Run<?, ?> build(String job) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject(job);
        return jenkins.buildAndAssertSuccess(project);
    }

    /** Says of each job what its name says. */
    @TestExtension
    public static final class HeadByName extends SCMHead.HeadByItem {

        @Override
        public SCMHead getHead(Item item) {
            return item.getName().equals("plain") ? null : new NamedHead(item.getName());
        }
    }

    private static final class NamedHead extends SCMHead {

        private static final long serialVersionUID = 1;

        NamedHead(String name) {
            super(name);
        }

        @Override
        public SCMHeadOrigin getOrigin() {
            return getName().startsWith("fork-of-")
                    ? new SCMHeadOrigin.Fork(getName().substring("fork-of-".length()))
                    : SCMHeadOrigin.DEFAULT;
        }
    }
}
