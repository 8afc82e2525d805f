package dev.codexrunner.jenkins.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.matrix.AxisList;
import hudson.matrix.MatrixBuild;
import hudson.matrix.MatrixConfiguration;
import hudson.matrix.MatrixProject;
import hudson.matrix.TextAxis;
import hudson.model.Cause;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.scm.NullSCM;
import hudson.scm.SCM;
import java.util.List;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadEvent;
import jenkins.scm.api.SCMHeadObserver;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.SCMSourceCriteria;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
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

    @Test
    void a_fork_that_was_deleted_since_is_refused_too() throws Exception {
        assertThat(UntrustedChange.refusal(build("gone"), List.of()))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("a fork that is gone").doesNotContain("null"));
    }

    @Test
    void so_is_what_a_build_of_a_forks_change_has_started_directly_or_not() throws Exception {
        Run<?, ?> fork = build("fork-of-mallory");
        Run<?, ?> next = started("next", fork);
        Run<?, ?> last = started("last", next);

        for (Run<?, ?> each : List.of(next, last)) {
            assertThat(UntrustedChange.refusal(each, List.of()))
                    .hasValueSatisfying(words -> assertThat(words)
                            .contains("This build was started by", "fork-of-mallory", "acceptedRisks"));
            assertThat(UntrustedChange.refusal(each, List.of("fork"))).isEmpty();
        }
        assertThat(UntrustedChange.refusal(started("other", build("feature")), List.of()))
                .isEmpty();
    }

    @Test
    void so_is_what_a_job_has_started_that_is_gone_as_nobody_knows_what_it_built() throws Exception {
        Run<?, ?> gone = build("fork-of-mallory");
        Run<?, ?> next = started("next", gone);
        gone.getParent().delete();

        assertThat(UntrustedChange.refusal(next, List.of()))
                .hasValueSatisfying(words -> assertThat(words).contains("fork-of-mallory", "gone"));
    }

    @Test
    void a_part_of_a_matrix_is_what_the_whole_is() throws Exception {
        MatrixProject whole = jenkins.createProject(MatrixProject.class, "fork-of-mallory");
        whole.setAxes(new AxisList(new TextAxis("KIND", "one")));
        MatrixBuild build = jenkins.buildAndAssertSuccess(whole);

        assertThat(UntrustedChange.refusal(build.getRuns().get(0), List.of())).isPresent();
    }

    @Test
    void a_change_is_refused_whose_author_the_branch_source_does_not_trust() throws Exception {
        Run<?, ?> stranger = reviewed("change-of-a-stranger");

        assertThat(UntrustedChange.refusal(stranger, List.of())).isEmpty();
        assertThat(UntrustedChange.refusalOfAuthor(stranger, List.of(), TaskListener.NULL))
                .hasValueSatisfying(words -> assertThat(words).contains("change-of-a-stranger", "docs/triggers.md"));
        assertThat(UntrustedChange.refusalOfAuthor(stranger, List.of("fork"), TaskListener.NULL))
                .isEmpty();
        assertThat(UntrustedChange.refusalOfAuthor(reviewed("change-of-a-colleague"), List.of(), TaskListener.NULL))
                .isEmpty();
    }

    @Test
    void a_change_of_which_nobody_says_what_is_built_is_refused() throws Exception {
        Run<?, ?> build = build("change-of-a-colleague");

        assertThat(UntrustedChange.refusalOfAuthor(build, List.of(), TaskListener.NULL))
                .hasValueSatisfying(words -> assertThat(words).contains("change-of-a-colleague", "checkout scm"));
        assertThat(UntrustedChange.refusalOfAuthor(build, List.of("fork"), TaskListener.NULL))
                .isEmpty();
    }

    @Test
    void what_is_built_a_part_of_a_matrix_has_from_the_whole() throws Exception {
        for (String author : List.of("stranger", "colleague")) {
            MatrixProject whole = jenkins.createProject(MatrixProject.class, "change-of-a-" + author);
            whole.setAxes(new AxisList(new TextAxis("KIND", "one")));
            SCMRevision revision = new Revision(new Change(whole.getName()));
            MatrixBuild build = jenkins.assertBuildStatusSuccess(
                    whole.scheduleBuild2(0, new Cause.UserIdCause(), new SCMRevisionAction(new Source(), revision)));

            Optional<String> refusal =
                    UntrustedChange.refusalOfAuthor(build.getRuns().get(0), List.of(), TaskListener.NULL);

            assertThat(refusal.filter(words -> words.contains("does not trust")).isPresent())
                    .isEqualTo(author.equals("stranger"));
            assertThat(refusal.isPresent()).isEqualTo(author.equals("stranger"));
        }
    }

    private Run<?, ?> started(String job, Run<?, ?> by) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject(job);
        return jenkins.assertBuildStatusSuccess(project.scheduleBuild2(0, new Cause.UpstreamCause(by)));
    }

    private Run<?, ?> reviewed(String job) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject(job);
        SCMRevision revision = new Revision(new Change(job));
        return jenkins.assertBuildStatusSuccess(
                project.scheduleBuild2(0, new Cause.UserIdCause(), new SCMRevisionAction(new Source(), revision)));
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
            // Of a matrix the whole only: its parts are no item of the multibranch project.
            if (item.getName().equals("plain") || item instanceof MatrixConfiguration) {
                return null;
            }
            return item.getName().startsWith("change-") ? new Change(item.getName()) : new NamedHead(item.getName());
        }
    }

    private static final class NamedHead extends SCMHead {

        private static final long serialVersionUID = 1;

        NamedHead(String name) {
            super(name);
        }

        @Override
        public SCMHeadOrigin getOrigin() {
            if (getName().equals("gone")) {
                return new SCMHeadOrigin.Fork(null);
            }
            return getName().startsWith("fork-of-")
                    ? new SCMHeadOrigin.Fork(getName().substring("fork-of-".length()))
                    : SCMHeadOrigin.DEFAULT;
        }
    }

    /** A change that lies in the repository itself, as those of a review server do. */
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
            return new NamedHead("main");
        }
    }

    private static final class Revision extends SCMRevision {

        private static final long serialVersionUID = 1;

        Revision(SCMHead head) {
            super(head);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Revision that && that.getHead().equals(getHead());
        }

        @Override
        public int hashCode() {
            return getHead().hashCode();
        }
    }

    /** Trusts colleagues. */
    private static final class Source extends SCMSource {

        Source() {
            setId("source");
        }

        @Override
        public SCMRevision getTrustedRevision(SCMRevision revision, TaskListener listener) {
            return revision.getHead().getName().endsWith("colleague") ? revision : new Revision(new NamedHead("main"));
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

    @TestExtension
    public static final class SourceOfChanges extends SCMSource.SourceByItem {

        @Override
        public SCMSource getSource(Item item) {
            return item.getName().startsWith("change-") ? new Source() : null;
        }
    }
}
