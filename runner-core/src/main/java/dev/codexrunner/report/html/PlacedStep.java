package dev.codexrunner.report.html;

import dev.codexrunner.outcome.Occurrence;
import dev.codexrunner.report.html.Page.Step;

/** A step and where it stands in the run. */
record PlacedStep(StepKind kind, Occurrence when, Step step) {

    String anchor() {
        return step.anchor();
    }

    boolean failed() {
        return step.failed();
    }
}
