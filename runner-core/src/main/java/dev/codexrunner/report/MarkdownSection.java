package dev.codexrunner.report;

import java.util.List;
import java.util.Locale;

/**
 * A heading and what stands below it, entry by entry, so that a long one is cut between entries.
 *
 * @param entries each with the line break at its end
 * @param kept how many the report has of them; the others were only counted
 * @param total how many there would be, had all been kept
 * @param inStream whether events.jsonl has those too that the report has not kept
 * @param unfolded so many entries are seen at once; the others open with a click
 */
record MarkdownSection(String title, List<String> entries, long kept, long total, int unfolded, boolean inStream) {

    /** So that what was cut is always told. */
    private static final int ROOM_FOR_NOTE = 160;

    private static final int ROOM_FOR_FOLD = 60;

    private static final int UNFOLDED = 25;

    MarkdownSection {
        entries = List.copyOf(entries);
    }

    MarkdownSection(String title, List<String> entries, long kept, long total) {
        this(title, entries, kept, total, UNFOLDED, true);
    }

    MarkdownSection unfolding(int seen) {
        return new MarkdownSection(title, entries, kept, total, seen, inStream);
    }

    MarkdownSection notInStream() {
        return new MarkdownSection(title, entries, kept, total, unfolded, false);
    }

    static MarkdownSection of(String title, List<String> entries) {
        return new MarkdownSection(title, entries, entries.size(), entries.size());
    }

    /** Room for all of it, in characters. */
    int need() {
        return within(Integer.MAX_VALUE).length() + ROOM_FOR_NOTE + ROOM_FOR_FOLD;
    }

    /** Whether it is there as a whole or not at all. */
    boolean indivisible() {
        return entries.size() == 1;
    }

    /**
     * As many whole entries as there is room for, and a note of the rest below them.
     *
     * @param room in characters
     */
    String within(int room) {
        if (entries.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n### ").append(title).append("\n\n");
        StringBuilder folded = new StringBuilder();
        int shown = 0;
        for (String entry : entries) {
            if (room - ROOM_FOR_NOTE - ROOM_FOR_FOLD < text.length() + folded.length() + entry.length()) {
                break;
            }
            (shown < unfolded ? text : folded).append(entry);
            shown++;
        }
        if (shown > unfolded) {
            text.append(Markdown.fold(String.format(Locale.ROOT, "%,d more", shown - unfolded), folded.toString()));
        }
        return shown == total ? text.toString() : text + note(total - shown);
    }

    private String note(long left) {
        String elsewhere = kept >= total
                ? "report.html and report.json have all"
                : String.format(
                        Locale.ROOT,
                        "report.html and report.json have %,d, %s",
                        kept,
                        inStream ? "events.jsonl has all" : "the others were only counted");
        return String.format(
                Locale.ROOT,
                "\n_Left out for length, %s: %,d. %s._\n",
                title.replaceAll(" \\(.*", ""),
                left,
                elsewhere);
    }
}
