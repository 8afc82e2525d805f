package dev.codexrunner.jenkins.result;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page shows of a run, read from its report.json; docs/reports.md has the fields.
 *
 * @param usage tokens of this run alone; {@code threadUsage} those of the whole thread
 * @param structuredOutput the final message as plain maps, lists, texts, numbers and booleans
 * @param steps what the agent did, in the order of the event stream
 * @param errors what codex said about its own troubles
 * @param counts how many of everything, whatever of it was kept
 */
public record ReportView(
        RunView run,
        VerdictView verdict,
        CodexView codex,
        CredentialView credential,
        TrustView trust,
        Optional<Tokens> usage,
        Optional<Tokens> threadUsage,
        Optional<String> finalMessage,
        Optional<Object> structuredOutput,
        List<CheckView> checks,
        List<Step> steps,
        List<PlanStep> plan,
        List<String> errors,
        Optional<ChangesView> changes,
        Map<String, Long> counts,
        List<String> warnings) {

    public ReportView {
        checks = List.copyOf(checks);
        steps = steps.stream()
                .sorted(Comparator.comparingLong(step -> step.when().line()))
                .toList();
        plan = List.copyOf(plan);
        errors = List.copyOf(errors);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        warnings = List.copyOf(warnings);
    }

    /** A builder with what every report has. */
    public static ReportViewBuilder builder(RunView run, VerdictView verdict) {
        return new ReportViewBuilder(run, verdict);
    }

    /** The problems that a review found, where the output has the form of contract/findings.schema.json. */
    public Optional<Findings> findings() {
        return structuredOutput.flatMap(Findings::of);
    }

    /** Paths of the files that the run really changed; those kept. */
    public List<String> changedFiles() {
        return changes.stream()
                .flatMap(all -> all.files().stream())
                .map(ChangesView.ChangedFile::path)
                .toList();
    }

    /** What a list of runs, a trend and the step's result need of it. */
    public RunSummary summary() {
        return RunSummary.of(this);
    }
}
