package dev.codexrunner.jenkins.exec;

import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What belongs to a step while it runs, such as its workspace. */
final class OfStep {

    private OfStep() {}

    /** @throws IOException where the step has none any more */
    static <T> T require(StepContext step, Class<T> key) throws IOException, InterruptedException {
        T found = step.get(key);
        if (found == null) {
            throw new IOException(Messages.OfStep_gone(key.getSimpleName()));
        }
        return found;
    }
}
