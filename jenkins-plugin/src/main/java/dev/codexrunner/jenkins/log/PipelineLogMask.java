package dev.codexrunner.jenkins.log;

import hudson.Extension;
import hudson.remoting.Channel;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jspecify.annotations.Nullable;

/**
 * Masks the logs of Pipelines, on the controller. A listener that goes to an agent asks the controller: no secret leaves it
 * for the sake of masking, as another branch of the build may run on an agent that was never meant to have it.
 */
public final class PipelineLogMask extends TaskListenerDecorator {

    private static final long serialVersionUID = 1;

    private static final Logger LOGGER = Logger.getLogger(PipelineLogMask.class.getName());

    private final transient @Nullable FlowExecutionOwner owner;

    private PipelineLogMask(FlowExecutionOwner owner) {
        this.owner = owner;
    }

    @Override
    public OutputStream decorate(OutputStream logger) {
        FlowExecutionOwner build = owner;
        return build == null ? logger : BuildMask.over(logger, () -> BuildMask.of(build));
    }

    /** What goes to the agent in place of this. */
    private Object writeReplace() {
        FlowExecutionOwner build = owner;
        Channel channel = Channel.current();
        if (build == null || channel == null) {
            return this;
        }
        Optional<Masker> masker = BuildMask.of(build);
        if (masker.isEmpty()) {
            return this;
        }
        try {
            return AgentLogMask.asking(build, channel);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.WARNING, e, () -> "What " + channel.getName() + " writes to a build's log is left out");
            return AgentLogMask.askingNobody();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AgentLogMask.askingNobody();
        }
    }

    /** For all Pipelines: which of them will have secrets isn't known at their start. */
    @Extension
    public static final class Factory implements TaskListenerDecorator.Factory {

        @Override
        public TaskListenerDecorator of(FlowExecutionOwner owner) {
            return new PipelineLogMask(owner);
        }
    }
}
