package dev.codexrunner.jenkins.trigger;

import dev.codexrunner.jenkins.failure.PluginFailureException;
import dev.codexrunner.jenkins.result.PluginFailure;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
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

    /** Empty where the build may have a token; looks at what Jenkins knows already. */
    public static Optional<String> refusal(Run<?, ?> run, Collection<String> acceptedRisks) {
        SCMHead head = acceptedRisks.contains(RISK) ? null : SCMHead.HeadByItem.findHead(run.getParent());
        return head != null && head.getOrigin() instanceof SCMHeadOrigin.Fork fork
                ? Optional.of(PluginFailure.CHANGE_FROM_FORK
                        .with(head.getName(), fork.getName())
                        .inWords())
                : Optional.empty();
    }

    /**
     * Asks the branch source whose word it takes; not for the thread that runs Pipelines.
     *
     * @throws PluginFailureException where it does not take that of the change's author
     */
    public static void requireTrusted(Run<?, ?> run, Collection<String> acceptedRisks, TaskListener listener)
            throws IOException, InterruptedException {
        SCMSource source = acceptedRisks.contains(RISK) ? null : SCMSource.SourceByItem.findSource(run.getParent());
        SCMHead head = SCMHead.HeadByItem.findHead(run.getParent());
        if (source == null || !(head instanceof ChangeRequestSCMHead)) {
            return;
        }
        SCMRevision revision = SCMRevisionAction.getRevision(source, run);
        if (revision == null) {
            throw new PluginFailureException(PluginFailure.CHANGE_WITHOUT_REVISION, head.getName());
        }
        if (!revision.equals(source.getTrustedRevision(revision, listener))) {
            throw new PluginFailureException(PluginFailure.CHANGE_FROM_STRANGER, head.getName());
        }
    }
}
