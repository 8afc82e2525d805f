package dev.codexrunner.report;

import java.util.List;
import java.util.Locale;

/**
 * A heading and what stands below it, entry by entry, so that a long one is cut between entries.
 *
 * @param entries each with the line break at its end
 * @param kept how many the report has of them; the others were only counted
 * @param total how many there would be, had all been kept
 * @param unfolded so many entries are seen at once; the others open with a click
 */
record MarkdownSection(String title, List<String> entries, long kept, long total, int unfolded) {

    /** Room for the note, so that what was cut is always told. */
    static final int ROOM_FOR_NOTE = 120;

    private static final int ROOM_FOR_FOLD = 60;

    private static final int UNFOLDED = 25;

    MarkdownSection {
        entries = List.copyOf(entries);
    }

    MarkdownSection(String title, List<String> entries, long kept, long total) {
        this(title, entries, kept, total, UNFOLDED);
    }

    MarkdownSection unfolding(int seen) {
        return new MarkdownSection(title, entries, kept, total, seen);
    }

    static MarkdownSection of(String title, List<String> entries) {
        return new MarkdownSection(title, entries, entries.size(), entries.size());
    }

    /**
     * As many whole entries as there is room for, and a note of the rest.
     *
     * @param room in characters
     */
    String within(int room) {
        if (entries.isEmpty() || room < ROOM_FOR_NOTE + title.length() + 10) {
            return entries.isEmpty() ? "" : note(total);
        }
        StringBuilder text = new StringBuilder("\n### ").append(title).append("\n\n");
        StringBuilder folded = new StringBuilder();
        int shown = 0;
        for (String entry : entries) {
            if (text.length() + folded.length() + entry.length() + ROOM_FOR_NOTE + ROOM_FOR_FOLD > room) {
                break;
            }
            (shown < unfolded ? text : folded).append(entry);
            shown++;
        }
        if (shown > unfolded) {
            text.append(Markdown.fold((shown - unfolded) + " more", folded.toString()));
        }
        return shown == total ? text.toString() : text + note(total - shown);
    }

    private String note(long left) {
        String elsewhere = kept >= total
                ? "report.html and report.json have all"
                : String.format(Locale.ROOT, "report.html and report.json have %,d, events.jsonl has all", kept);
        return "\n_Left out for length, " + title.replaceAll(" \\(.*", "") + ": " + left + ". " + elsewhere + "._\n";
    }
}
