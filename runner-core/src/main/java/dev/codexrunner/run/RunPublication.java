package dev.codexrunner.run;

import dev.codexrunner.config.ReportConfig;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.report.ReportFormats;
import dev.codexrunner.report.ReportRedaction;
import dev.codexrunner.report.ReportWriter;
import dev.codexrunner.report.RunReport;
import dev.codexrunner.report.SharedFiles;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a run's report and its figures, and writes them again when one of them, or the result, turns out to be lost: so
 * that all of them say what the runner's exit code says. Thread-safe.
 */
final class RunPublication {

    /** What fails even then is told on standard error, and by the exit code. */
    private static final int MOST_ROUNDS = 3;

    private final Path folder;
    private final ReportConfig config;
    private final ReportWriter writer;
    private final SharedFiles shared;
    private final ReportRedaction redaction;
    private final RunReport judged;
    private final List<Failure> lost = new ArrayList<>();
    private Optional<Failure> halted = Optional.empty();
    private RunReport told;
    private boolean metricsTold;
    private OptionalInt summaryTold = OptionalInt.empty();

    RunPublication(Path folder, Redactor redactor, ReportConfig config, RunReport raw) {
        this.folder = folder;
        this.config = config;
        this.writer = new ReportWriter(redactor, ReportFormats.all());
        this.shared = new SharedFiles(redactor);
        this.redaction = new ReportRedaction(redactor);
        this.judged = redaction.redact(raw);
        this.told = judged;
    }

    /** @param before what of the record is known to be missing */
    synchronized RunResult publish(Optional<Failure> before) {
        before.ifPresent(this::note);
        tell();
        return new RunResult(this, folder);
    }

    /** The run as it was judged, without secrets. */
    RunReport judged() {
        return judged;
    }

    /** The same with the verdict that the exit code tells. */
    synchronized RunReport told() {
        return told;
    }

    synchronized void lose(Failure failure) {
        note(failure);
        tell();
    }

    synchronized void haltedBy(Failure failure) {
        halted = Optional.of(redaction.redact(failure));
        tell();
    }

    private void note(Failure failure) {
        Failure redacted = redaction.redact(failure);
        if (!lost.contains(redacted)) {
            lost.add(redacted);
        }
    }

    private void tell() {
        rewrite();
        // A line can't be taken back, so it comes when all else is known; a further one corrects it.
        if (!summaryTold.equals(OptionalInt.of(told.verdict().exitCode()))) {
            summaryTold = OptionalInt.of(told.verdict().exitCode());
            shared.appendSummary(told, config).ifPresent(failure -> {
                note(failure);
                rewrite();
            });
        }
    }

    private void rewrite() {
        int known = -1;
        for (int round = 0; round < MOST_ROUNDS && known < lost.size(); round++) {
            known = lost.size();
            told = ToldVerdict.of(judged, lost, halted);
            // The smallest and the most watched first: of a run that is halted the rest may not come in time.
            writeMetrics();
            writer.writeRedacted(told, folder).forEach(this::note);
        }
        told = ToldVerdict.of(judged, lost, halted);
    }

    private void writeMetrics() {
        Optional<Failure> failure = shared.writeMetrics(told, config);
        failure.ifPresent(this::note);
        if (failure.isPresent() && metricsTold) {
            // They are this run's, and tell of another verdict.
            shared.removeMetrics(config);
        }
        metricsTold = failure.isEmpty();
    }
}
