package dev.codexrunner.testkit.backend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Decides what the model does next. Thread-safe; each thread and prompt goes through its scenario by itself. */
public final class ScriptedModel {

    private static final Pattern MARKER = Pattern.compile("\\[scenario:([a-z0-9_]+)]");

    private static final Pattern WORD_ASKED_FOR =
            Pattern.compile("^Reply with exactly this word and nothing else: (\\w+)\\s*$");

    private final Function<String, Scenario> choose;
    private final Map<String, AtomicInteger> requestsByTurn = new ConcurrentHashMap<>();

    private ScriptedModel(Function<String, Scenario> choose) {
        this.choose = choose;
    }

    /** Plays one scenario, whatever the prompt. */
    public static ScriptedModel playing(Scenario scenario) {
        return new ScriptedModel(prompt -> scenario);
    }

    /** Plays these turns, whatever the prompt. */
    public static ScriptedModel playing(ModelTurn... turns) {
        return playing(Scenario.of("given", turns));
    }

    /**
     * Plays the scenario that the prompt names as {@code [scenario:NAME]}; says the word to whoever asks for exactly one,
     * as a rotation's probe does; else plays the fallback.
     */
    public static ScriptedModel choosingByMarker(List<Scenario> scenarios, Scenario fallback) {
        Map<String, Scenario> byName = scenarios.stream().collect(Collectors.toMap(Scenario::name, s -> s));
        return new ScriptedModel(prompt -> {
            Matcher marker = MARKER.matcher(prompt);
            if (!marker.find()) {
                return saidBack(prompt).orElse(fallback);
            }
            Scenario named = byName.get(marker.group(1));
            return named != null ? named : unknown(marker.group(1), byName);
        });
    }

    /** Plays the scenario whose text the prompt holds, the first of several; else what the other model plays. */
    public static ScriptedModel choosingByText(Map<String, Scenario> byText, ScriptedModel otherwise) {
        Map<String, Scenario> ordered = new LinkedHashMap<>(byText);
        return new ScriptedModel(prompt -> ordered.entrySet().stream()
                .filter(entry -> prompt.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> otherwise.choose.apply(prompt)));
    }

    private static Optional<Scenario> saidBack(String prompt) {
        Matcher asked = WORD_ASKED_FOR.matcher(prompt);
        return asked.find() ? Optional.of(Scenario.of("word", ModelTurn.message(asked.group(1)))) : Optional.empty();
    }

    static boolean namesScenario(String message) {
        return MARKER.matcher(message).find();
    }

    /**
     * The next turn.
     *
     * @param userTurn identifies the thread and the prompt within it
     * @param prompt text of the latest user message
     */
    ModelTurn next(String userTurn, String prompt) {
        int index = requestsByTurn
                .computeIfAbsent(userTurn, key -> new AtomicInteger())
                .getAndIncrement();
        return choose.apply(prompt).turn(index);
    }

    private static Scenario unknown(String name, Map<String, Scenario> known) {
        return Scenario.of(
                name,
                new ModelTurn.HttpError(
                        400,
                        "{\"error\":{\"message\":\"No scenario " + name + "; known: "
                                + String.join(", ", new java.util.TreeSet<>(known.keySet())) + "\"}}",
                        Map.of()));
    }
}
