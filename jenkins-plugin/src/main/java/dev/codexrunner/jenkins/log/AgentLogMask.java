package dev.codexrunner.jenkins.log;

import hudson.remoting.Channel;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/** Masks on an agent, by asking the controller. */
final class AgentLogMask extends TaskListenerDecorator {

    private static final long serialVersionUID = 1;

    private final RemoteMask controller;

    private AgentLogMask(RemoteMask controller) {
        this.controller = controller;
    }

    static AgentLogMask asking(FlowExecutionOwner build, Channel channel) {
        return new AgentLogMask(channel.export(RemoteMask.class, new MaskForAgents(() -> BuildMask.of(build))));
    }

    @Override
    public OutputStream decorate(OutputStream logger) {
        return new AgentLog(
                logger, controller, task -> Timer.get().schedule(task, AgentLog.QUIET, TimeUnit.MILLISECONDS));
    }
}
