package dev.codexrunner.jenkins.report;

import hudson.model.Run;
import java.util.Optional;
import jenkins.model.Jenkins;

/** Where a run's page is. Known here, as who ends a run tells of it, and the page is made of what was stored then. */
public final class RunPageUrl {

    /** Of the list of a build's runs, below the build's page. */
    public static final String RUNS = "codex-runner";

    private RunPageUrl() {}

    /** Relative to the build's page. */
    public static String below(String stepId) {
        return RUNS + "/run/" + stepId + "/";
    }

    /** For a log, which is read elsewhere too; without Jenkins' own address where that is not configured. */
    public static String whole(Run<?, ?> run, String stepId) {
        String jenkins = Jenkins.get().getRootUrl();
        return Optional.ofNullable(jenkins).orElse("/") + run.getUrl() + below(stepId);
    }
}
