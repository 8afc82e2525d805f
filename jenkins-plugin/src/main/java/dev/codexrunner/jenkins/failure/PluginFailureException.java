package dev.codexrunner.jenkins.failure;

import dev.codexrunner.jenkins.result.PluginFailure;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.AbortException;

/**
 * Ends a run that the plugin itself can't or mustn't start. The step makes an outcome of it, as of a run that has ended; whoever
 * else meets it, such as Jenkins' own {@code tool} step, shows its message without a stack trace. Holds nothing secret.
 */
public final class PluginFailureException extends AbortException {

    private static final long serialVersionUID = 1;

    private final transient VerdictView verdict;

    /** @param details see {@link PluginFailure#with} */
    public PluginFailureException(PluginFailure failure, Object... details) {
        this(failure.with(details));
    }

    private PluginFailureException(VerdictView verdict) {
        super(verdict.inWords());
        this.verdict = verdict;
    }

    public VerdictView verdict() {
        return verdict;
    }
}
