package dev.codexrunner.jenkins.page;

import dev.codexrunner.jenkins.report.ReadReport;
import dev.codexrunner.jenkins.report.StoredReports;
import dev.codexrunner.jenkins.result.AttemptView;
import dev.codexrunner.jenkins.result.ChangesView;
import dev.codexrunner.jenkins.result.CheckView;
import dev.codexrunner.jenkins.result.Findings;
import dev.codexrunner.jenkins.result.PlanStep;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.RunSummary;
import dev.codexrunner.jenkins.result.Tokens;
import hudson.model.Api;
import hudson.model.ModelObject;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page of one run, made from its report at each look. */
@ExportedBean
public final class CodexRunPage implements ModelObject {

    private static final int MOST_ROWS = 200;

    private final Run<?, ?> run;
    private final String stepId;
    private final RunRow row;
    private final RunFiles files;
    private @Nullable ReadReport report;

    CodexRunPage(Run<?, ?> run, String stepId, RunSummary summary) {
        this.run = run;
        this.stepId = stepId;
        this.row = new RunRow(stepId, summary);
        this.files = new RunFiles(run, stepId);
    }

    /** The build, for the frame around the page. */
    public Run<?, ?> getObject() {
        return run;
    }

    /** In breadcrumbs, whose script makes HTML of it. */
    @Override
    public String getDisplayName() {
        return ShownText.name(row.getTitle(), 60);
    }

    /** What the build has stored of the run itself. */
    @Exported(name = "run", visibility = 2)
    public RunRow getRow() {
        return row;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** Null where it can't be read; {@link #getProblem()} says why. */
    public @Nullable ReportView getReport() {
        return read() instanceof ReadReport.Readable readable ? readable.view() : null;
    }

    public String getProblem() {
        return read() instanceof ReadReport.Unreadable unreadable ? ShownText.line(unreadable.problem(), 1_000) : "";
    }

    /** Whether the report is longer than what is read of it. */
    public boolean isCut() {
        return read() instanceof ReadReport.Readable readable && !readable.whole();
    }

    private synchronized ReadReport read() {
        ReadReport current = report;
        if (current == null) {
            current = StoredReports.of(run).report(stepId);
            report = current;
        }
        return current;
    }

    /** Null where the agent gave no answer. */
    public FinalMessage.@Nullable Rendered getAnswer() {
        return view().flatMap(ReportView::finalMessage)
                .filter(message -> !message.isBlank())
                .map(FinalMessage::render)
                .orElse(null);
    }

    /** Null where the answer is no list of findings. */
    public @Nullable Findings getFindings() {
        return view().flatMap(ReportView::findings).orElse(null);
    }

    public List<Findings.Finding> getFirstFindings() {
        return view().flatMap(ReportView::findings)
                .map(findings -> first(findings.findings()))
                .orElse(List.of());
    }

    public int getFindingsLeftOut() {
        return view().flatMap(ReportView::findings)
                .map(findings -> Math.max(0, findings.findings().size() - MOST_ROWS))
                .orElse(0);
    }

    public List<StepEntry> getSteps() {
        return view().map(view -> StepEntries.of(view.steps(), view.changedFiles()))
                .orElse(List.of());
    }

    /** Steps without an entry: those for which the page has no room, and those that the report does not hold. */
    public int getStepsLeftOut() {
        return view().map(view -> Math.max(0, view.steps().size() - StepEntries.MOST))
                .orElse(0);
    }

    public List<DiffEntry> getChanges() {
        return changes().map(DiffEntries::of).orElse(List.of());
    }

    public long getChangedCount() {
        return changes().map(ChangesView::count).orElse(0L);
    }

    public boolean isChangesKnown() {
        return changes().isPresent();
    }

    public long getChangesLeftOut() {
        return Math.max(
                0,
                getChangedCount()
                        - Math.min(DiffEntries.MOST_FILES, getChanges().size()));
    }

    private Optional<ChangesView> changes() {
        return view().flatMap(ReportView::changes);
    }

    public List<PlanStep> getPlan() {
        return view().map(view -> first(view.plan())).orElse(List.of());
    }

    public List<CheckView> getChecks() {
        return view().map(view -> first(view.checks())).orElse(List.of());
    }

    public List<AttemptView> getAttempts() {
        return view().map(view -> first(view.codex().attempts())).orElse(List.of());
    }

    public List<String> getWarnings() {
        return view().map(view -> first(view.warnings())).orElse(List.of());
    }

    public List<String> getErrors() {
        return view().map(view -> first(view.errors())).orElse(List.of());
    }

    /** Of this run; null where only those of the whole thread are known. */
    public @Nullable Tokens getUsage() {
        return view().flatMap(ReportView::usage).orElse(null);
    }

    public @Nullable Tokens getThreadUsage() {
        return view().flatMap(ReportView::threadUsage).orElse(null);
    }

    public List<Fact> getFacts() {
        return view().map(RunFacts::of).orElse(List.of());
    }

    public List<Fact> getCredential() {
        return view().map(view -> RunFacts.credential(view.credential())).orElse(List.of());
    }

    public List<Fact> getTrust() {
        return view().map(view -> RunFacts.trust(view.trust())).orElse(List.of());
    }

    private Optional<ReportView> view() {
        return Optional.ofNullable(getReport());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), MOST_ROWS));
    }

    // What Jelly can't say itself.

    public String shown(String text) {
        return ShownText.of(text);
    }

    public String line(String text) {
        return ShownText.line(text, 2_000);
    }

    public String number(long number) {
        return Labels.number(number);
    }

    public String duration(OptionalLong ms) {
        return Labels.duration(ms);
    }

    public String kind(String kind) {
        return Labels.kind(kind);
    }

    public List<String> getFiles() {
        return files.names();
    }

    public HttpResponse doFiles() {
        return files.serve(this);
    }
}
