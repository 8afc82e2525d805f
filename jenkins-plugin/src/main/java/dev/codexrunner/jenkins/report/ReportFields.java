package dev.codexrunner.jenkins.report;

import dev.codexrunner.jenkins.result.CheckView;
import dev.codexrunner.jenkins.result.PlanStep;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.ReportViewBuilder;
import dev.codexrunner.jenkins.result.RunKind;
import dev.codexrunner.jenkins.result.RunView;
import dev.codexrunner.jenkins.result.VerdictView;

/** The fields of report.json as the view of it; contract/report.schema.json has them. */
final class ReportFields {

    private ReportFields() {}

    static ReportView view(JsonFields report) {
        ReportViewBuilder view = ReportView.builder(
                        run(report.objectOrNone("run")), verdict(report.objectOrNone("verdict")))
                .codex(CodexFields.codex(report.objectOrNone("codex")))
                .credential(CredentialFields.credential(report.objectOrNone("credential")))
                .trust(TrustFields.trust(report.objectOrNone("trust")))
                .usage(report.object("usage").map(CodexFields::tokens))
                .threadUsage(report.object("threadUsage").map(CodexFields::tokens))
                .finalMessage(report.text("finalMessage"))
                .structuredOutput(report.plain("structuredOutput"));
        report.objects("checks").forEach(check -> view.check(check(check)));
        JsonFields items = report.objectOrNone("items");
        StepFields.steps(items).forEach(view::step);
        items.objects("todo").forEach(step -> view.planStep(planStep(step)));
        items.texts("errors").forEach(view::error);
        report.object("changes").map(ChangeFields::changes).ifPresent(view::changes);
        JsonFields counts = report.objectOrNone("counts");
        counts.names().forEach(name -> counts.number(name).ifPresent(count -> view.count(name, count)));
        report.texts("warnings").forEach(view::warning);
        return view.build();
    }

    private static RunView run(JsonFields run) {
        return new RunView(
                run.textOr("id", ""),
                run.text("name"),
                run.instant("startedAt"),
                run.instant("endedAt"),
                run.number("durationMs"),
                run.number("firstEventMs"),
                run.textOr("runnerVersion", ""),
                run.textOr("host", ""));
    }

    /** Success has to be said twice, and isn't guessed. */
    private static VerdictView verdict(JsonFields verdict) {
        String kind = verdict.textOr("kind", RunKind.INTERNAL.wireName());
        boolean success = verdict.textOr("status", "").equals("success")
                && kind.equals(RunKind.SUCCESS.wireName())
                && verdict.numberOr("exitCode", RunKind.INTERNAL.exitCode()) == 0;
        boolean contradictsItself = !success && kind.equals(RunKind.SUCCESS.wireName());
        return new VerdictView(
                success,
                contradictsItself ? RunKind.INTERNAL.wireName() : kind,
                verdict.textOr("code", kind),
                verdict.small("exitCode").orElse(RunKind.INTERNAL.exitCode()),
                contradictsItself ? Messages.ReportFields_contradiction() : verdict.textOr("reason", ""),
                verdict.textOr("fix", ""),
                verdict.flag("retryable").orElse(false));
    }

    private static CheckView check(JsonFields check) {
        return new CheckView(check.textOr("name", ""), check.textOr("status", ""), check.textOr("detail", ""));
    }

    private static PlanStep planStep(JsonFields step) {
        return new PlanStep(step.textOr("text", ""), step.flag("completed").orElse(false), step.number("completedMs"));
    }
}
