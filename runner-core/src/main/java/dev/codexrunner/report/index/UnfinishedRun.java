package dev.codexrunner.report.index;

import dev.codexrunner.failure.FailureException;
import dev.codexrunner.journal.RunManifest;
import dev.codexrunner.journal.RunManifestFile;
import dev.codexrunner.report.ConsoleText;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run's record without its report: the runner was killed, or is still at work.
 *
 * @param folder relative to the overview, with forward slashes
 * @param startedAt empty where run.json doesn't tell
 * @param hasEvents whether there is a stream to replay
 */
record UnfinishedRun(
        String folder, Optional<String> id, Optional<String> name, Optional<Instant> startedAt, boolean hasEvents) {

    private static final String EVENTS = "events.jsonl";
    private static final int LONGEST = 200;

    /** What every shell takes as one word. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./][\\w./-]*");

    /** Empty where the folder holds no record of a run. */
    static Optional<UnfinishedRun> in(Path folder, String relative) {
        boolean hasEvents = isThere(folder, EVENTS);
        if (!isThere(folder, RunManifestFile.FILE)) {
            return hasEvents
                    ? Optional.of(
                            new UnfinishedRun(relative, Optional.empty(), Optional.empty(), Optional.empty(), true))
                    : Optional.empty();
        }
        Optional<RunManifest> manifest = manifest(folder);
        return manifest.isPresent() || hasEvents
                ? Optional.of(new UnfinishedRun(
                        relative,
                        manifest.map(RunManifest::id),
                        manifest.flatMap(RunManifest::runName).map(name -> ConsoleText.shortened(name, LONGEST)),
                        manifest.map(RunManifest::startedAt).map(IndexedRun::withinCalendar),
                        hasEvents))
                : Optional.empty();
    }

    private static boolean isThere(Path folder, String file) {
        return Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** Empty also where another program calls its own file run.json. */
    private static Optional<RunManifest> manifest(Path folder) {
        try {
            return RunManifestFile.read(folder);
        } catch (FailureException notOurs) {
            return Optional.empty();
        }
    }

    /** Makes the report in the record's own folder, when it is run in the overview's. */
    String command() {
        String events = folder.isEmpty() ? EVENTS : folder + "/" + EVENTS;
        return "codex-runner replay " + word(events) + " --report-dir " + word(folder.isEmpty() ? "." : folder);
    }

    private static String word(String path) {
        String safe = path.startsWith("-") ? "./" + path : path;
        return PLAIN.matcher(safe).matches() ? safe : "'" + safe.replace("'", "'\\''") + "'";
    }
}
