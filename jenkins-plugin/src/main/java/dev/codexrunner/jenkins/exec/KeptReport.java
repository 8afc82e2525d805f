package dev.codexrunner.jenkins.exec;

import dev.codexrunner.jenkins.log.MaskedSecrets;
import dev.codexrunner.jenkins.masking.LogMask;
import dev.codexrunner.jenkins.report.ReadReport;
import dev.codexrunner.jenkins.report.StoredReports;
import dev.codexrunner.jenkins.result.ReportView;
import dev.codexrunner.jenkins.result.RunKind;
import dev.codexrunner.jenkins.result.RunView;
import dev.codexrunner.jenkins.result.VerdictView;
import hudson.FilePath;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** The report of a run that has ended, kept with its build, or what stands in for one that there is not. */
final class KeptReport {

    /** Of a shell that can't start a program; so {@link #NOT_FOUND}. */
    private static final int CANNOT_EXECUTE = 126;

    private static final int NOT_FOUND = 127;

    private KeptReport() {}

    /** @param folder the report's on the agent; empty where there is none, or it has been fetched before a restart */
    static ReportView of(EndedCall ended, Optional<FilePath> folder) throws IOException, InterruptedException {
        StoredReports stored = StoredReports.of(ended.run());
        String stepId = ended.place().id();
        LogMask secrets = MaskedSecrets.maskOf(ended.run());
        if (folder.isPresent()) {
            tell(ended, stored.keep(stepId, folder.get(), secrets));
            if (!stored.has(stepId)) {
                Optional<FilePath> replayed = ReplayedReport.of(ended, folder.get());
                if (replayed.isPresent()) {
                    tell(ended, stored.keepReplayed(stepId, replayed.get(), secrets));
                }
            }
        }
        if (!(stored.report(stepId) instanceof ReadReport.Readable readable)) {
            return withoutReport(ended);
        }
        ReportView report = readable.view();
        if (stored.isReplayed(stepId)) {
            // The record tells what was done, and not that all was looked at that a runner looks at in the end.
            return withVerdict(report, verdict(ended));
        }
        boolean contradicted =
                report.verdict().success() && ended.exitCode() != 0 && ended.exitCode() != EndedCall.UNKNOWN;
        return contradicted ? withVerdict(report, contradiction(ended.exitCode())) : report;
    }

    private static void tell(EndedCall ended, StoredReports.Kept kept) {
        kept.leftOut().forEach(line -> ended.listener().getLogger().println(Messages.KeptReport_leftOut(line)));
    }

    /** Such as a run that was judged well, and whose record could not be written to its end. */
    private static VerdictView contradiction(int exitCode) {
        RunKind kind = RunKind.ofExitCode(exitCode);
        return new VerdictView(
                false,
                kind.wireName(),
                "report-contradicted",
                exitCode,
                Messages.KeptReport_contradicted(exitCode, kind.when()),
                Messages.KeptReport_seeLog(),
                false);
    }

    private static ReportView withVerdict(ReportView report, VerdictView verdict) {
        return new ReportView(
                report.run(),
                verdict,
                report.codex(),
                report.credential(),
                report.trust(),
                report.usage(),
                report.threadUsage(),
                report.finalMessage(),
                report.structuredOutput(),
                report.checks(),
                report.steps(),
                report.plan(),
                report.errors(),
                report.changes(),
                report.counts(),
                report.warnings());
    }

    private static ReportView withoutReport(EndedCall ended) throws IOException, InterruptedException {
        RunView run = new RunView(
                ended.place().id(),
                Optional.of(ended.run().getParent().getFullName()),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "",
                "");
        return ReportView.builder(run, verdict(ended)).build();
    }

    private static VerdictView verdict(EndedCall ended) throws IOException, InterruptedException {
        if (ended.stopped()) {
            return verdict(RunKind.CANCELLED, Messages.KeptReport_stopped());
        }
        return switch (ended.exitCode()) {
            case EndedCall.UNKNOWN -> verdict(RunKind.INTERNAL, Messages.KeptReport_gone());
            case CANNOT_EXECUTE, NOT_FOUND -> verdict(RunKind.INTERNAL, Messages.KeptReport_notStarted());
            default ->
                VerdictView.withoutReport(
                        ended.exitCode(), MaskedSecrets.maskOf(ended.run()).mask(ended.lastWords()));
        };
    }

    private static VerdictView verdict(RunKind kind, String reason) {
        return new VerdictView(
                false, kind.wireName(), "no-report", kind.exitCode(), reason, Messages.KeptReport_seeLog(), false);
    }
}
