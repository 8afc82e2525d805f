package dev.codexrunner.run;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.journal.RunEnd;
import dev.codexrunner.journal.RunEndFile;
import dev.codexrunner.outcome.Transcript;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.RunReportAssembler;
import dev.codexrunner.secret.RedactedJson;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Writes down how a run ended: for replay, and as the report. */
record RecordWriter(Path folder, Redactor redactor) {

    /**
     * So that replay can tell why there is no report.
     *
     * @param why the run ends before it has come to its end
     */
    void lastWords(Instant now, Failure why) {
        if (!Files.exists(folder.resolve(RunEndFile.FILE))) {
            write(RunEnd.withoutCodex(now, why));
        }
    }

    /** Replay needs it; without it the run is judged all the same, so its failure is one of the record only. */
    Optional<Failure> end(RunRecord record) {
        try {
            record.end().ifPresent(this::write);
            return Optional.empty();
        } catch (FailureException notWritten) {
            return Optional.of(notWritten.failure());
        }
    }

    RunResult report(RunRecord record, Transcript transcript, JudgedRun judged, ReportConfig config) {
        RunReport raw = RunReportAssembler.assemble(
                record.inputs(transcript, judged.verdict(), judged.structuredOutput(), judged.checks()));
        // Again, now that codex's digest is known, for which the first writing didn't wait.
        Optional<Failure> lost = judged.recordFailure().or(() -> end(record));
        return new RunPublication(folder, redactor, config, raw).publish(lost);
    }

    private void write(RunEnd end) {
        RunEndFile.write(folder, end, new RedactedJson(redactor)::redact);
    }
}
