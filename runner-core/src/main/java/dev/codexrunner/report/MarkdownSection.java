package dev.codexrunner.report;

import java.util.List;

/**
 * A heading and what stands below it, entry by entry, so that a long one is cut between entries.
 *
 * @param entries each with the line break at its end
 * @param total how many there would be, had all been kept
 */
record MarkdownSection(String title, List<String> entries, long total) {

    /** Room for the note, so that what was cut is always told. */
    static final int ROOM_FOR_NOTE = 120;

    MarkdownSection {
        entries = List.copyOf(entries);
    }

    static MarkdownSection of(String title, List<String> entries) {
        return new MarkdownSection(title, entries, entries.size());
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
        int shown = 0;
        for (String entry : entries) {
            if (text.length() + entry.length() + ROOM_FOR_NOTE > room) {
                break;
            }
            text.append(entry);
            shown++;
        }
        return shown == total ? text.toString() : text + note(total - shown);
    }

    private String note(long left) {
        return "\n_Left out for length, " + title.replaceAll(" \\(.*", "") + ": " + left
                + ". report.html and report.json have all._\n";
    }
}
