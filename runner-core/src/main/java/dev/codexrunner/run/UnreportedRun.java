package dev.codexrunner.run;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.config.UnusableConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.journal.TrustFacts;
import dev.codexrunner.launch.RunId;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.outcome.TranscriptLimits;
import dev.codexrunner.outcome.Usage;
import dev.codexrunner.outcome.Verdict;
import dev.codexrunner.report.ReportFailure;
import dev.codexrunner.report.ReportInputs;
import dev.codexrunner.report.ReportRedaction;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReportAssembler;
import dev.codexrunner.report.SharedFilePlaces;
import dev.codexrunner.report.SharedFiles;
import dev.codexrunner.secret.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A run that ends without a report: refused before it had a folder for one, or halted before it was written. Its
 * monitoring learns of it all the same; else the figures of the run before would tell of a success.
 */
public final class UnreportedRun {

    private final RunSurroundings surroundings;
    private final Redactor redactor;

    public UnreportedRun(RunSurroundings surroundings, Redactor redactor) {
        this.surroundings = surroundings;
        this.redactor = redactor;
    }

    /**
     * Writes the figures of a run that was refused, where the configuration says where, and that is out of the agent's
     * reach.
     *
     * @return what could not be written
     */
    public List<Failure> refused(UnusableConfig config, Failure why) {
        try {
            SharedFiles.refuseInReach(config.report(), AgentFolders.of(config, surroundings.variables()));
            SharedFilePlaces.require(config.report(), Optional.empty(), List.of());
        } catch (FailureException unusable) {
            return List.of(unusable.failure());
        }
        if (why.code().equals(ReportFailure.SHARED_FILE_UNUSABLE.code())) {
            // What was refused is to write there.
            return List.of();
        }
        Instant now = surroundings.clock().instant();
        return ended(config.report(), RunId.random().value(), now, why);
    }

    /** The same of a run whose files are known to be out of the agent's reach. */
    List<Failure> ended(ReportConfig config, String runId, Instant startedAt, Failure why) {
        RunReport report = new ReportRedaction(redactor).redact(report(config, runId, startedAt, why));
        SharedFiles shared = new SharedFiles(redactor);
        return Stream.of(shared.writeMetrics(report, config), shared.appendSummary(report, config))
                .flatMap(Optional::stream)
                .toList();
    }

    private RunReport report(ReportConfig config, String runId, Instant startedAt, Failure why) {
        Instant now = surroundings.clock().instant();
        Transcript nothing = new TranscriptBuilder(TranscriptLimits.DEFAULT, redactor::redact).transcript();
        return RunReportAssembler.assemble(new ReportInputs(
                new RunReport.Run(
                        runId,
                        config.runName(),
                        startedAt,
                        now,
                        OptionalLong.of(Math.max(0, now.toEpochMilli() - startedAt.toEpochMilli())),
                        OptionalLong.empty(),
                        surroundings.runnerVersion(),
                        surroundings.host()),
                new RunReport.Codex(
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                CredentialSection.UNKNOWN,
                TrustFacts.UNKNOWN,
                nothing,
                Verdict.of(why),
                Usage.UNKNOWN,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of()));
    }
}
