package dev.codexrunner.jenkins.request;

import java.util.List;
import java.util.Optional;

/** Holds the paths that a job names below its workspace; links in it are the runner's business, which follows none out of it. */
final class WorkspacePaths {

    private static final String BUILTIN = "builtin:";

    private final Policy policy;
    private final Refusals refusals;

    private WorkspacePaths(Policy policy, Refusals refusals) {
        this.policy = policy;
        this.refusals = refusals;
    }

    static void check(CodexRequest request, Policy policy, Refusals refusals) {
        WorkspacePaths paths = new WorkspacePaths(policy, refusals);
        if (request.prompt() instanceof Prompt.FileInWorkspace file) {
            paths.check("promptFile", Optional.of(file.path()));
        }
        paths.check("workingDirectory", request.workingDirectory());
        paths.check("outputSchema", request.outputSchema().filter(path -> !path.startsWith(BUILTIN)));
        for (String key : List.of("add-dir", "image")) {
            request.settings().getOrDefault(key, List.of()).forEach(path -> paths.check(key, Optional.of(path)));
        }
    }

    private void check(String name, Optional<String> path) {
        path.filter(each -> PathSteps.leadsUp(each) || isRefused(each))
                .ifPresent(each -> refusals.add(
                        PathSteps.leadsUp(each) ? "WorkspacePaths.up" : "WorkspacePaths.absolute",
                        name,
                        Refusals.quoted(each),
                        policy.outsidePaths().inWords()));
    }

    private boolean isRefused(String path) {
        return PathSteps.isAbsolute(path) && !policy.outsidePaths().permits(path);
    }
}
