package dev.codexrunner.testkit.backend;

import java.util.List;

/**
 * What the model does over one user turn.
 *
 * @param name how a prompt picks it: {@code [scenario:NAME]}
 * @param turns one for each request to the model; the last is repeated
 */
public record Scenario(String name, List<ModelTurn> turns) {

    public Scenario {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("the scenario " + name + " has no turns");
        }
    }

    public static Scenario of(String name, ModelTurn... turns) {
        return new Scenario(name, List.of(turns));
    }

    ModelTurn turn(int index) {
        return turns.get(Math.min(index, turns.size() - 1));
    }
}
