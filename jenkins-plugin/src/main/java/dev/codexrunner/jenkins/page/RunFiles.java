package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.StoredReports;
import hudson.Functions;
import hudson.model.DirectoryBrowserSupport;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.List;
import jenkins.util.VirtualFile;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;

/** The files of a run's report, for whom Jenkins shows artifacts to. */
final class RunFiles {

    private final Run<?, ?> run;
    private final String stepId;

    RunFiles(Run<?, ?> run, String stepId) {
        this.run = run;
        this.stepId = stepId;
    }

    /** The most telling first; empty for whom artifacts are hidden from. */
    List<String> names() {
        return mayBeRead() ? StoredReports.of(run).files(stepId) : List.of();
    }

    /** Serves them as Jenkins does artifacts: under a policy that lets nothing in them run. */
    HttpResponse serve(ModelObject page) {
        if (!mayBeRead()) {
            return HttpResponses.notFound();
        }
        return StoredReports.of(run)
                .folder(stepId)
                .<HttpResponse>map(folder -> new DirectoryBrowserSupport(
                        page, VirtualFile.forFile(folder.toFile()), page.getDisplayName(), "symbol-folder", false))
                .orElseGet(HttpResponses::notFound);
    }

    private boolean mayBeRead() {
        return !Functions.isArtifactsPermissionEnabled() || run.hasPermission(Run.ARTIFACTS);
    }
}
