package dev.codexrunner.journal;

import dev.codexrunner.file.RegularFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The times of a record, read line by line beside its events. Times are worth having, never worth failing for: where the
 * file is missing or broken, the rest has none.
 */
final class LineTimes implements AutoCloseable {

    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    /** No run lasts a year. */
    private static final long LATEST = Duration.ofDays(366).toMillis();

    /** A line of ours is far shorter; a file without line breaks must not fill the memory. */
    private static final int LONGEST_LINE = 64;

    private Optional<BufferedReader> lines;

    private LineTimes(Optional<BufferedReader> lines) {
        this.lines = lines;
    }

    /** Those of a stream that a runner recorded; of another stream nobody knows any. */
    static LineTimes beside(Path events) {
        boolean ours = events.endsWith(EventJournal.EVENTS);
        if (!ours) {
            return new LineTimes(Optional.empty());
        }
        try {
            return new LineTimes(Optional.of(new BufferedReader(new InputStreamReader(
                    RegularFile.open(events.resolveSibling(EventJournal.TIMES)), StandardCharsets.US_ASCII))));
        } catch (IOException missing) {
            return new LineTimes(Optional.empty());
        }
    }

    /** When the next line came, in milliseconds since the run began. */
    OptionalLong next() {
        try {
            String text = lines.isPresent() ? line(lines.get()) : "";
            if (MILLIS.matcher(text).matches() && Long.parseLong(text) <= LATEST) {
                return OptionalLong.of(Long.parseLong(text));
            }
        } catch (IOException broken) {
            // As if it ended here.
        }
        close();
        return OptionalLong.empty();
    }

    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && line.length() <= LONGEST_LINE; c = reader.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (lines.isPresent()) {
                lines.get().close();
            }
        } catch (IOException ignored) {
            // It was only read.
        }
        lines = Optional.empty();
    }
}
