package dev.codexrunner.jenkins.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.scm.NullSCM;
import hudson.scm.SCM;
import java.util.List;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadEvent;
import jenkins.scm.api.SCMHeadObserver;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.SCMSourceCriteria;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A build of a change that does not say what of it is built: nobody can be asked whose word that is. */
@WithJenkins
class ChangeWithoutRevisionTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void set(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void it_is_refused_unless_the_risk_is_accepted() throws Exception {
        Run<?, ?> build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("change"));

        assertThat(UntrustedChange.refusalOfAuthor(build, List.of(), TaskListener.NULL))
                .hasValueSatisfying(words -> assertThat(words).contains("change", "revision", "acceptedRisks"));
        assertThat(UntrustedChange.refusalOfAuthor(build, List.of("fork"), TaskListener.NULL))
                .isEmpty();
    }

    @TestExtension
    public static final class AlwaysAChange extends SCMHead.HeadByItem {

        @Override
        public SCMHead getHead(Item item) {
            return new Change(item.getName());
        }
    }

    @TestExtension
    public static final class OfASource extends SCMSource.SourceByItem {

        @Override
        public SCMSource getSource(Item item) {
            return new Source();
        }
    }

    private static final class Change extends SCMHead implements ChangeRequestSCMHead {

        private static final long serialVersionUID = 1;

        Change(String name) {
            super(name);
        }

        @Override
        public String getId() {
            return getName();
        }

        @Override
        public SCMHead getTarget() {
            return new Change("main");
        }
    }

    /** Would trust everybody. */
    private static final class Source extends SCMSource {

        Source() {
            setId("source");
        }

        @Override
        protected void retrieve(
                SCMSourceCriteria criteria, SCMHeadObserver observer, SCMHeadEvent<?> event, TaskListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SCM build(SCMHead head, SCMRevision revision) {
            return new NullSCM();
        }
    }
}
