package dev.codexrunner.run;

import dev.codexrunner.events.Event;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ParsedLine;
import dev.codexrunner.events.StreamLine;
import dev.codexrunner.journal.AttemptLog;
import dev.codexrunner.journal.EventJournal;
import dev.codexrunner.outcome.TranscriptBuilder;
import dev.codexrunner.progress.Progress;
import java.io.OutputStream;
import java.util.OptionalLong;

/**
 * Where codex's output goes in a run, all attempts together.
 *
 * @param journal each line, redacted, before anything is shown of it
 * @param attempts how each attempt began and ended
 * @param stderr codex's standard error, through the redactor into its log
 * @param transcript the fold of all events
 * @param progress what a person sees meanwhile
 */
record RunStreams(
        EventJournal journal,
        AttemptLog attempts,
        OutputStream stderr,
        TranscriptBuilder transcript,
        Progress progress) {

    /** Sets the mark by which the record tells a further attempt from the one before. */
    void beginFurtherAttempt(int number) {
        Event.AttemptStarted mark = new Event.AttemptStarted(number);
        write(mark, mark.toLine());
    }

    /** Takes a command into the record that codex's stream lacks. */
    void recover(Item.CommandExecution command) {
        Event.CommandRecovered recovered = new Event.CommandRecovered(command);
        write(recovered, recovered.toLine());
    }

    private void write(Event own, StreamLine line) {
        ParsedLine parsed = ParsedLine.of(own);
        transcript.accept(parsed, OptionalLong.of(journal.append(line, parsed)));
    }
}
