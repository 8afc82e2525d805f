package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.agent.LinkedPaths;
import dev.codexrunner.jenkins.request.CodexRequest;
import dev.codexrunner.jenkins.request.Prompt;
import hudson.AbortException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the files and folders that a job names against where they really are. Waits for the agent. */
final class PathsOfTheJob {

    private PathsOfTheJob() {}

    /** @throws AbortException where a path that reads as one of the workspace leads out of it */
    static void requireInWorkspace(CodexRequest request, CallSite site) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        if (request.prompt() instanceof Prompt.FileInWorkspace file) {
            paths.add(file.path());
        }
        request.workingDirectory().ifPresent(paths::add);
        request.outputSchema().ifPresent(paths::add);
        for (String key : List.of("add-dir", "image")) {
            paths.addAll(request.settings().getOrDefault(key, List.of()));
        }
        // An absolute one is where an administrator has allowed it.
        paths.removeIf(path -> path.startsWith("/"));
        List<String> refusals = new ArrayList<>();
        for (Map.Entry<String, String> out :
                LinkedPaths.leadingOut(site.workspace(), paths).entrySet()) {
            refusals.add(Messages.PathsOfTheJob_leadsOut(out.getKey(), out.getValue()));
        }
        Refusal.throwIfAny("codexExec", List.of(), refusals);
    }
}
