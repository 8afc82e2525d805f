package dev.codexrunner.report.html;

import dev.codexrunner.events.Excerpt;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.report.html.Page.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Long texts on the page: there is room for so many characters in all, and each says what was left out of it. */
final class PageText {

    /** Of one text; the record keeps no more of most of them. */
    private static final int LONGEST = 20_000;

    private final int longest;
    private long room;

    PageText(int longest) {
        this.longest = longest;
        this.room = longest;
    }

    /** @param room for all texts together, in characters */
    static PageText sharing(long room) {
        PageText texts = new PageText(LONGEST);
        texts.room = room;
        return texts;
    }

    /**
     * @param whole its length before anything was left out of it
     * @param line of events.jsonl that has it whole
     */
    Text of(String label, String text, long whole, OptionalLong line) {
        int most = (int) Math.min(longest, room);
        String plain = VisibleText.plain(text);
        String shown = plain.length() <= most ? plain : most < 200 ? "" : Excerpt.headAndTail(plain, most);
        room -= shown.length();
        boolean cut = text.length() < whole || shown.length() < plain.length();
        return new Text(label, shown, cut ? Optional.of(note(shown.length(), whole, line)) : Optional.empty());
    }

    private static String note(long shown, long whole, OptionalLong line) {
        String where = line.isPresent() ? "events.jsonl, line " + line.getAsLong() + "," : "report.json";
        return String.format(
                Locale.ROOT, "Cut: some %,d of %,d characters are shown; %s has the rest.", shown, whole, where);
    }

    /** On one line, its end left out where it is longer. */
    static String title(String text, int longest) {
        return shortened(
                ConsoleText.onOneLine(
                                VisibleText.plain(Excerpt.head(text, 4 * longest))
                                        .strip(),
                                " ⏎ ")
                        .replace('\t', ' '),
                longest);
    }

    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : Excerpt.head(text, longest) + "…";
    }
}
