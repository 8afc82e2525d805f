package dev.codexrunner.outcome;

import dev.codexrunner.outcome.Transcript.Said;
import java.util.List;
import java.util.OptionalLong;

/** What the agent said, in bounded memory; without room, only that it said something. */
final class SaidTexts {

    private static final Occurrence UNDATED = new Occurrence(0, OptionalLong.empty(), OptionalLong.empty());

    /** Of the room for outputs. */
    private static final int PART = 4;

    private final KeptTexts texts;
    private final TrackedItems<Said> said;
    private long room;

    SaidTexts(KeptTexts texts) {
        this.texts = texts;
        this.said = new TrackedItems<>(texts.limits().itemsPerList(), given -> {});
        this.room = texts.limits().totalOutputChars() / PART;
    }

    void see(String key, Moment now, String id, String text, boolean ended) {
        said.see(key, now, ended ? TrackedItems.State.ENDED : TrackedItems.State.OPEN, () -> {
            String kept = texts.headAndTail(text, (int) Math.min(texts.limits().outputChars(), room));
            room = Math.max(0, room - kept.length());
            return new Said(id, kept, text.length(), UNDATED);
        });
    }

    List<Said> values() {
        return said.values((one, when) -> new Said(one.id(), one.text(), one.length(), when));
    }

    long dropped() {
        return said.dropped();
    }
}
