package dev.codexrunner.jenkins.log;

import hudson.Extension;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import java.io.OutputStream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Masks the logs of freestyle, Maven and other jobs than Pipelines. What agents write to them passes through here. */
@Extension
@Restricted(NoExternalUse.class)
public final class FreestyleLogMask extends ConsoleLogFilter {

    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        return BuildMask.over(logger, (Run<?, ?>) build);
    }
}
