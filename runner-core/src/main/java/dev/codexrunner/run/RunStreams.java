package dev.codexrunner.run;

import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.progress.Progress;
import java.io.OutputStream;

/**
 * Where codex's output goes in a run, all attempts together.
 *
 * @param journal each line, redacted, before anything is shown of it
 * @param stderr codex's standard error, through the redactor into its log
 * @param transcript the fold of all events
 * @param progress what a person sees meanwhile
 */
record RunStreams(EventJournal journal, OutputStream stderr, TranscriptBuilder transcript, Progress progress) {}
