package dev.codexrunner.jenkins.trigger;

import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Cause;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.jspecify.annotations.Nullable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Refuses builds of a stranger's change in a multibranch job, as the runner itself does by what Jenkins says in a build's
 * environment: there a Jenkinsfile can unsay it, here it can't.
 */
@Restricted(NoExternalUse.class)
public final class UntrustedChange {

    /** The risk, as {@code --allow-untrusted-trigger} names it. */
    public static final String RISK = "fork";

    private UntrustedChange() {}

    /**
     * Empty where the build may have a token; looks at what Jenkins knows already. A branch source's trust in a fork does not
     * count: that is about whose Jenkinsfile is taken, and its strategies go as far as everyone.
     */
    public static Optional<String> refusal(Run<?, ?> run, Collection<String> acceptedRisks) {
        if (acceptedRisks.contains(RISK)) {
            return Optional.empty();
        }
        Optional<SCMHead> own = fork(run.getParent());
        if (own.isPresent()) {
            return Optional.of(refused(PluginFailure.CHANGE_FROM_FORK, own.get()));
        }
        // All of Jenkins: who starts the build need not see who has started that one.
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return ofStarter(run.getCauses());
        }
    }

    private static String refused(PluginFailure failure, SCMHead head) {
        return failure.with(head.getName(), origin(head)).inWords();
    }

    /**
     * The same by whose word the branch source takes. It may have to be asked; not for the thread that runs Pipelines.
     *
     * @throws IOException where it can't be asked
     */
    public static Optional<String> refusalOfAuthor(
            Run<?, ?> run, Collection<String> acceptedRisks, TaskListener listener)
            throws IOException, InterruptedException {
        SCMHead head = found(run.getParent(), SCMHead.HeadByItem::findHead);
        if (acceptedRisks.contains(RISK) || !(head instanceof ChangeRequestSCMHead)) {
            return Optional.empty();
        }
        SCMSource source = found(run.getParent(), SCMSource.SourceByItem::findSource);
        // A source that was removed can't be asked either.
        SCMRevision revision = source == null ? null : revision(source, run);
        if (revision == null) {
            return Optional.of(
                    PluginFailure.CHANGE_WITHOUT_REVISION.with(head.getName()).inWords());
        }
        return source != null && revision.equals(source.getTrustedRevision(revision, listener))
                ? Optional.empty()
                : Optional.of(
                        PluginFailure.CHANGE_FROM_STRANGER.with(head.getName()).inWords());
    }

    /** What is built; a part, as of a matrix, has it from the whole. */
    private static @Nullable SCMRevision revision(SCMSource source, Run<?, ?> run) {
        SCMRevision own = SCMRevisionAction.getRevision(source, run);
        Run<?, ?> whole = own == null && run.getParent().getParent() instanceof Job<?, ?> job
                ? job.getBuildByNumber(run.getNumber())
                : null;
        return whole == null ? own : revision(source, whole);
    }

    private static Optional<SCMHead> fork(Item job) {
        return Optional.ofNullable(found(job, SCMHead.HeadByItem::findHead))
                .filter(head -> head.getOrigin() instanceof SCMHeadOrigin.Fork);
    }

    /** A fork that was deleted since has no name. */
    private static String origin(SCMHead head) {
        @Nullable String name = head.getOrigin() instanceof SCMHeadOrigin.Fork fork ? fork.getName() : null;
        return name == null ? Messages.UntrustedChange_forkIsGone() : Messages.UntrustedChange_ofFork(name);
    }

    /** A fork's change, of which a build has started this one: its Pipeline can have any job do what it wants done. */
    private static Optional<String> ofStarter(List<? extends Cause> causes) {
        return causes.stream()
                .filter(Cause.UpstreamCause.class::isInstance)
                .map(Cause.UpstreamCause.class::cast)
                .flatMap(upstream -> ofStarter(upstream).or(() -> ofStarter(upstream.getUpstreamCauses())).stream())
                .findFirst();
    }

    private static Optional<String> ofStarter(Cause.UpstreamCause upstream) {
        Job<?, ?> job = Jenkins.get().getItemByFullName(upstream.getUpstreamProject(), Job.class);
        // A fork's job goes when its change is closed, and what it has started may still wait.
        return job == null
                ? Optional.of(PluginFailure.STARTED_BY_NOBODY_KNOWN
                        .with(upstream.getUpstreamProject())
                        .inWords())
                : fork(job).map(head -> refused(PluginFailure.STARTED_BY_FORK, head));
    }

    /** What is known of the job, or of the one whose part it is, as of a matrix. */
    private static <T> @Nullable T found(Item job, Function<Item, @Nullable T> question) {
        T answer = question.apply(job);
        ItemGroup<?> group = job.getParent();
        return answer == null && group instanceof Job<?, ?> whole ? found(whole, question) : answer;
    }
}
