package dev.codexrunner.jenkins.result;

import java.util.OptionalLong;

/**
 * A step of the agent's plan as it last stood.
 *
 * @param completedMs when it was first seen ticked off, in milliseconds since the run began
 */
public record PlanStep(String text, boolean completed, OptionalLong completedMs) {}
