package dev.codexrunner.run;

import dev.codexrunner.events.Item;
import java.util.List;

/**
 * The commands of a thread as codex's rollout file has them.
 *
 * @param ran how many the model was given an output of
 * @param untold of those the ones that ended without an event: codex 0.169.0 now and then has none for a command that
 *     ends within milliseconds
 */
record RolloutCommands(long ran, List<Item.CommandExecution> untold) {

    static final RolloutCommands NONE = new RolloutCommands(0, List.of());

    RolloutCommands {
        untold = List.copyOf(untold);
    }

    /**
     * Those of an attempt that its stream lacks. The stream's own count decides how many, so that a codex whose rollout
     * file no longer has the ends of commands doubles none of them.
     *
     * @param told how many commands the attempt's stream has
     * @param before the thread's as they were when the attempt began
     */
    List<Item.CommandExecution> lackedBy(long told, RolloutCommands before) {
        int earlier = Math.min(before.untold.size(), untold.size());
        long lacking = ran - before.ran - told;
        return untold.subList(earlier, untold.size()).stream()
                .limit(Math.max(0, lacking))
                .toList();
    }
}
