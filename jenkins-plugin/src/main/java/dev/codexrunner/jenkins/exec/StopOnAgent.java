package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.RunPlace;
import dev.codexrunner.jenkins.agent.StopRun;
import dev.codexrunner.jenkins.exec.RunnerThreads.Work;
import hudson.FilePath;
import hudson.Launcher;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stops runs in the background: whoever stops a step never waits for its agent. Those that an agent has to stop at about the
 * same time are stopped with one call.
 */
final class StopOnAgent {

    private static final Logger LOGGER = Logger.getLogger(StopOnAgent.class.getName());
    /** An interruption would reach the agent, and what is stopping runs there; on a busy one that takes its time. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final long GATHERED_MS = 200;

    /** Those that nobody has begun to stop, by their nodes. */
    private static final Map<String, Map<RunPlace, AgentLimit.Waiting<@Nullable Launcher>>> PENDING = new HashMap<>();

    private StopOnAgent() {}

    /** @param launcher the step's own: it may have started the process where nothing else finds it, as in a container */
    static void begin(RunPlace place, AgentLimit.Waiting<@Nullable Launcher> launcher) {
        RunnerThreads threads = RunnerThreads.get();
        synchronized (PENDING) {
            PENDING.computeIfAbsent(place.node(), node -> new HashMap<>()).put(place, launcher);
        }
        threads.later(GATHERED_MS, Work.STOP, place.node(), () -> stopPending(place.node()));
    }

    private static void stopPending(String node) {
        Map<RunPlace, AgentLimit.Waiting<@Nullable Launcher>> pending;
        synchronized (PENDING) {
            pending = PENDING.remove(node);
        }
        if (pending == null) {
            return;
        }
        Set<String> unsure = new HashSet<>();
        try {
            Optional<StopRun.Seen> seen = stop(node, pending.keySet());
            seen.ifPresent(each -> unsure.addAll(each.left()));
            seen.ifPresent(each -> unsure.addAll(each.never()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "Could not stop " + pending.keySet());
        }
        pending.forEach((place, launcher) -> {
            if (unsure.contains(place.id())) {
                kill(place, launcher);
            }
        });
    }

    /** Empty where the agent is away. */
    static Optional<StopRun.Seen> stop(String node, Collection<RunPlace> places)
            throws IOException, InterruptedException {
        Optional<VirtualChannel> channel =
                places.stream().findFirst().flatMap(RunPlace::workspace).map(FilePath::getChannel);
        return channel.isEmpty()
                ? Optional.empty()
                : Optional.of(AgentLimit.within(LIMIT, node, () -> channel.get().call(new StopRun(places))));
    }

    private static void kill(RunPlace place, AgentLimit.Waiting<@Nullable Launcher> launcher) {
        try {
            AgentLimit.within(LIMIT, place.node(), () -> {
                Launcher found = launcher.get();
                if (found != null) {
                    found.kill(Map.of(RunPlace.VARIABLE, place.id()));
                }
                return null;
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOGGER.log(Level.FINE, e, () -> "Could not look for what is left of " + place);
        }
    }
}
