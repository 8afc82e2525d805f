package dev.codexrunner.changes;

import dev.codexrunner.file.SystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the diffs of a run's changes: so much of each file, so much in all. Not thread-safe. */
final class DiffMaker {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int MOST_LINES = 1_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_COMPARED = 4_000;

    private final KeptContents contents;
    private final UnaryOperator<String> redact;
    private final List<FileDiff> made = new ArrayList<>();

    /** Of all diffs, in characters. */
    private int room = 512 * 1024;

    /** Of all files, in bytes to be read. */
    private long bytesLeft = 16L * 1024 * 1024;

    /** Of all files, in lines to be compared one with another. */
    private int comparedLeft = 40_000;

    private long leftOut;

    /** @param redact goes over whole files, since a diff would cut a secret of several lines */
    DiffMaker(KeptContents contents, UnaryOperator<String> redact) {
        this.contents = contents;
        this.redact = redact;
    }

    /**
     * A changed file, and where its former content is.
     *
     * @param name the whole path, as the file system tells it
     * @param file empty where it is gone
     */
    record Changed(ChangedPath path, String name, Optional<Path> file, boolean wasFile, boolean isFile, long keptAt) {}

    FileDiffs diffs(List<Changed> files, long count) {
        files.forEach(this::add);
        return new FileDiffs(made, leftOut + count - files.size());
    }

    private void add(Changed file) {
        if (room <= 0 || bytesLeft <= 0) {
            leftOut++;
        } else {
            made.add(notCompared(file)
                    .map(why -> FileDiff.notShown(file.path(), why))
                    .orElseGet(() -> compared(file)));
        }
    }

    private static Optional<String> notCompared(Changed file) {
        if (CredentialNames.has(file.name())) {
            return Optional.of("Not shown: files of this name hold credentials.");
        }
        return switch (file.path().kind()) {
            case PERMISSIONS -> Optional.of("Only its permissions changed.");
            case REPLACED -> Optional.of("It became something else: a link, a file or a folder.");
            case ADDED -> file.isFile() ? Optional.empty() : Optional.of("A link, or another special file.");
            case DELETED -> file.wasFile() ? Optional.empty() : Optional.of("It was a link, or another special file.");
            case MODIFIED -> Optional.empty();
        };
    }

    private FileDiff compared(Changed file) {
        boolean added = file.path().kind() == ChangeType.ADDED;
        Optional<byte[]> before = added ? Optional.of(new byte[0]) : contents.read(file.keptAt());
        if (before.isEmpty()) {
            return FileDiff.notShown(
                    file.path(),
                    "What it held before the run was not kept: "
                            + contents.lost().orElse("it is binary, too large, or one too many") + ".");
        }
        try {
            byte[] after = file.file().isPresent() ? read(file.file().get()) : new byte[0];
            bytesLeft -= after.length + before.get().length;
            if (after.length > LARGEST_FILE) {
                return FileDiff.notShown(file.path(), "Not shown: it is larger than 1 MiB.");
            }
            if (KeptContents.isBinary(after)) {
                return FileDiff.notShown(
                        file.path(), String.format(Locale.ROOT, "Binary, %,d bytes now.", after.length));
            }
            return shown(file.path(), text(before.get()), text(after));
        } catch (IOException unreadable) {
            return FileDiff.notShown(file.path(), "It can't be read: " + SystemReason.of(unreadable));
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(LARGEST_FILE + 1);
        }
    }

    private String text(byte[] content) {
        return redact.apply(new String(content, StandardCharsets.UTF_8));
    }

    private FileDiff shown(ChangedPath path, String before, String after) {
        LineDiff diff = LineDiff.of(before, after, Math.min(MOST_COMPARED, comparedLeft));
        comparedLeft -= (int) Math.min(comparedLeft, diff.added() + diff.removed());
        StringBuilder hunks = new StringBuilder();
        int lines = 0;
        boolean cut = false;
        for (String line : diff.hunks()) {
            if (lines == MOST_LINES || line.length() > room) {
                break;
            }
            cut |= line.length() > LONGEST_LINE;
            String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
            hunks.append(lines == 0 ? "" : "\n").append(shown);
            room -= shown.length() + 1;
            lines++;
        }
        return new FileDiff(
                path.path(),
                path.kind(),
                diff.added(),
                diff.removed(),
                hunks.toString(),
                before.isEmpty() && after.isEmpty()
                        ? Optional.of("Empty.")
                        : note(lines, diff.hunks().size(), cut));
    }

    private static Optional<String> note(int shown, int all, boolean cut) {
        if (all == 0) {
            return Optional.of("No line differs, but for what is masked.");
        }
        if (shown < all) {
            return Optional.of(
                    String.format(Locale.ROOT, "Cut: the first %,d of %,d lines of the diff are shown.", shown, all));
        }
        return cut ? Optional.of("Cut: lines of more than " + LONGEST_LINE + " characters.") : Optional.empty();
    }
}
