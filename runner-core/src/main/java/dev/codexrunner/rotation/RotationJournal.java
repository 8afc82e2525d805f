package dev.codexrunner.rotation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the journal secret holds. Never a token.
 *
 * @param fingerprintKey key of the fingerprints, base64; made with the journal
 * @param writeIds random names of the latest writes, the last at the end: whoever got no answer finds its own among them
 * @param field which field of the live secret this rotation is of; empty before the first stage
 * @param metadata where owner, name and expiry of the live token are kept; empty before the first stage
 * @param state where the rotation stands
 * @param lastChange the latest line that changed the state; kept although the timeline is bounded
 * @param steps the timeline, oldest first
 */
record RotationJournal(
        String fingerprintKey,
        List<String> writeIds,
        Optional<String> field,
        Optional<MetadataMode> metadata,
        RotationState state,
        Optional<StepLine> lastChange,
        List<StepLine> steps) {

    static final int FORMAT = 1;
    static final int LONGEST_TIMELINE = 200;

    private static final int KEPT_WRITE_IDS = 32;
    private static final int KEY_BYTES = 32;

    RotationJournal {
        writeIds = List.copyOf(writeIds);
        steps = List.copyOf(steps);
    }

    /** An empty one with a key of its own. */
    static RotationJournal begin(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new RotationJournal(
                Base64.getEncoder().encodeToString(key),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                RotationState.BEGINNING,
                Optional.empty(),
                List.of());
    }

    RotationJournal with(RotationState next) {
        return new RotationJournal(fingerprintKey, writeIds, field, metadata, next, lastChange, steps);
    }

    RotationJournal with(MetadataMode mode) {
        return new RotationJournal(fingerprintKey, writeIds, field, Optional.of(mode), state, lastChange, steps);
    }

    RotationJournal of(String itsField) {
        return new RotationJournal(fingerprintKey, writeIds, Optional.of(itsField), metadata, state, lastChange, steps);
    }

    /** The field that it is bound to; empty where no rotation is under way and none came to its end. */
    Optional<String> boundTo() {
        return field.filter(bound -> state.phase() != Phase.IDLE || state.live().isPresent());
    }

    /** With one line more. Of a timeline that is full the oldest line goes that changed nothing, else the oldest. */
    RotationJournal with(StepLine line) {
        List<StepLine> lines = new ArrayList<>(steps);
        if (lines.size() >= LONGEST_TIMELINE) {
            lines.remove(lines.stream()
                    .filter(old -> !old.outcome().isChange())
                    .findFirst()
                    .orElseGet(() -> lines.get(0)));
        }
        lines.add(line);
        Optional<StepLine> change = line.outcome().isChange() ? Optional.of(line) : lastChange;
        return new RotationJournal(fingerprintKey, writeIds, field, metadata, state, change, lines);
    }

    RotationJournal writtenAs(String writeId) {
        List<String> ids = Stream.concat(
                        writeIds.stream().skip(Math.max(0, writeIds.size() - KEPT_WRITE_IDS + 1L)), Stream.of(writeId))
                .toList();
        return new RotationJournal(fingerprintKey, ids, field, metadata, state, lastChange, steps);
    }

    boolean wasWrittenAs(String writeId) {
        return writeIds.contains(writeId);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RotationJournal[" + state.phase() + ", " + steps.size() + " lines]";
    }
}
