package dev.codexrunner.outcome;

import dev.codexrunner.events.Item;
import dev.codexrunner.outcome.Transcript.Todo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The agent's plan as it last stood, and when each step of it was done. */
final class PlanSteps {

    /** Each may be long. */
    private static final int MOST = 500;

    private final KeptTexts texts;
    private List<Todo> steps = List.of();
    private long dropped;

    PlanSteps(KeptTexts texts) {
        this.texts = texts;
    }

    /** codex tells the whole plan each time; a step is known by its words. */
    void stands(List<Item.Todo> told, Moment now) {
        Map<String, OptionalLong> done = new HashMap<>();
        steps.stream().filter(Todo::completed).forEach(step -> done.put(step.text(), step.completedMs()));
        int most = Math.min(MOST, texts.limits().itemsPerList());
        dropped = Math.max(0, told.size() - most);
        steps = told.stream()
                .limit(most)
                .map(step -> {
                    String text = texts.cut(step.text());
                    OptionalLong at = step.completed() ? done.getOrDefault(text, now.atMs()) : OptionalLong.empty();
                    return new Todo(text, step.completed(), at);
                })
                .toList();
    }

    List<Todo> steps() {
        return steps;
    }

    long dropped() {
        return dropped;
    }
}
