package dev.codexrunner.jenkins.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what could be read of a report; what is missing stays absent. Steps may come in any order. */
public final class ReportViewBuilder {

    private final RunView run;
    private final VerdictView verdict;
    private CodexView codex = CodexView.unknown();
    private CredentialView credential = CredentialView.unknown();
    private TrustView trust = TrustView.NONE;
    private Optional<Tokens> usage = Optional.empty();
    private Optional<Tokens> threadUsage = Optional.empty();
    private Optional<String> finalMessage = Optional.empty();
    private Optional<Object> structuredOutput = Optional.empty();
    private final List<CheckView> checks = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<PlanStep> plan = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Optional<ChangesView> changes = Optional.empty();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    ReportViewBuilder(RunView run, VerdictView verdict) {
        this.run = run;
        this.verdict = verdict;
    }

    public ReportViewBuilder codex(CodexView view) {
        codex = view;
        return this;
    }

    public ReportViewBuilder credential(CredentialView view) {
        credential = view;
        return this;
    }

    public ReportViewBuilder trust(TrustView view) {
        trust = view;
        return this;
    }

    public ReportViewBuilder usage(Optional<Tokens> tokens) {
        usage = tokens;
        return this;
    }

    public ReportViewBuilder threadUsage(Optional<Tokens> tokens) {
        threadUsage = tokens;
        return this;
    }

    public ReportViewBuilder finalMessage(Optional<String> message) {
        finalMessage = message;
        return this;
    }

    /** @param output plain maps, lists, texts, numbers and booleans */
    public ReportViewBuilder structuredOutput(@Nullable Object output) {
        structuredOutput = Optional.ofNullable(output);
        return this;
    }

    public ReportViewBuilder check(CheckView check) {
        checks.add(check);
        return this;
    }

    public ReportViewBuilder step(Step step) {
        steps.add(step);
        return this;
    }

    public ReportViewBuilder planStep(PlanStep step) {
        plan.add(step);
        return this;
    }

    public ReportViewBuilder error(String message) {
        errors.add(message);
        return this;
    }

    public ReportViewBuilder changes(ChangesView view) {
        changes = Optional.of(view);
        return this;
    }

    public ReportViewBuilder count(String name, long count) {
        counts.put(name, count);
        return this;
    }

    public ReportViewBuilder warning(String warning) {
        warnings.add(warning);
        return this;
    }

    public ReportView build() {
        return new ReportView(
                run,
                verdict,
                codex,
                credential,
                trust,
                usage,
                threadUsage,
                finalMessage,
                structuredOutput,
                checks,
                steps,
                plan,
                errors,
                changes,
                counts,
                warnings);
    }
}
