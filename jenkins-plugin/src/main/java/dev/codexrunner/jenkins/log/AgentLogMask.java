package dev.codexrunner.jenkins.log;

import hudson.model.Computer;
import hudson.remoting.Channel;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/** Masks on an agent, by asking the controller. */
final class AgentLogMask extends TaskListenerDecorator {

    private static final long serialVersionUID = 1;

    private final RemoteMask controller;
    private final String mark = Messages.BuildLog_leftOut(Messages.AgentLogMask_unreachable());

    private AgentLogMask(RemoteMask controller) {
        this.controller = controller;
    }

    /** For an agent that has no way to ask: it shows nothing. */
    static AgentLogMask askingNobody() {
        return new AgentLogMask(new Nobody());
    }

    /**
     * What a thread exports while it makes a request goes when the request ends, and listeners live longer: another thread's
     * exports live as long as the agent refers to them.
     */
    static AgentLogMask asking(FlowExecutionOwner build, Channel channel)
            throws ExecutionException, InterruptedException, TimeoutException {
        RemoteMask mask = new MaskForAgents(() -> BuildMask.forTextsOf(build));
        return new AgentLogMask(Computer.threadPoolForRemoting
                .submit(() -> channel.export(RemoteMask.class, mask))
                .get(10, TimeUnit.SECONDS));
    }

    @Override
    public OutputStream decorate(OutputStream logger) {
        return new AgentLog(
                logger, controller, mark, task -> Timer.get().schedule(task, AgentLog.QUIET, TimeUnit.MILLISECONDS));
    }

    private static final class Nobody implements RemoteMask, Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public byte[] mask(byte[] text) {
            throw new IllegalStateException("There is no way to the controller's masks.");
        }
    }
}
