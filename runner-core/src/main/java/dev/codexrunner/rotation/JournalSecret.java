package dev.codexrunner.rotation;

import dev.codexrunner.credential.vault.SecretFields;
import dev.codexrunner.credential.vault.SecretVersion;
import dev.codexrunner.credential.vault.VersionedSecrets;
import dev.codexrunner.credential.vault.WriteResult;
import dev.codexrunner.failure.FailureException;
import dev.codexrunner.secret.Secret;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * The journal in Vault, and the copy of it that a step goes by. Every write is a check-and-set on the version that was
 * read. Where that is lost to a mere line of the timeline, the change is made again on top of it; where the state itself
 * has changed, the step has lost.
 */
final class JournalSecret {

    private static final String FIELD = "journal";
    private static final int ID_BYTES = 8;

    private final RotationPaths paths;
    private final VersionedSecrets kv;
    private final SecureRandom random;
    private int version;
    private RotationJournal journal;

    JournalSecret(RotationPaths paths, VersionedSecrets kv, SecureRandom random) {
        this.paths = paths;
        this.kv = kv;
        this.random = random;
        this.journal = RotationJournal.begin(random);
    }

    /**
     * Reads it anew.
     *
     * @throws FailureException RotationFailure where it is there and can't be used
     */
    RotationJournal read() {
        SecretVersion latest = kv.latest(paths.journal());
        switch (latest.state()) {
            case ABSENT -> {
                version = 0;
                journal = RotationJournal.begin(random);
            }
            case PRESENT -> {
                // First understood, then taken up: what can't be understood must never be written over.
                RotationJournal read = latest.fields()
                        .text(FIELD)
                        .map(text -> JournalJson.read(text.reveal(), paths))
                        .orElseThrow(() -> RotationJournalFailure.ROTATION_JOURNAL_UNREADABLE
                                .with(paths, paths.journal(), "It has no text in the field " + FIELD + ".")
                                .asException());
                requireOurField(read);
                version = latest.version();
                journal = read;
            }
            case DELETED, DESTROYED ->
                throw RotationJournalFailure.ROTATION_JOURNAL_DELETED
                        .with(paths, paths.journal(), latest.version())
                        .asException();
        }
        return journal;
    }

    /** One journal tells of one field; another field's steps would forget what is still to be revoked. */
    private void requireOurField(RotationJournal read) {
        read.boundTo().filter(bound -> !bound.equals(paths.field())).ifPresent(bound -> {
            throw RotationJournalFailure.ROTATION_OTHER_FIELD
                    .with(paths, bound, paths.field(), paths.live(), paths.journal())
                    .asException();
        });
    }

    /** Whether there is one in Vault. */
    boolean exists() {
        return version > 0;
    }

    /** As it was read or written last. */
    RotationJournal journal() {
        return journal;
    }

    RotationState state() {
        return journal.state();
    }

    /** Tells tokens apart as this journal does. */
    Fingerprints fingerprints() {
        return Fingerprints.of(journal);
    }

    /**
     * Changes it if the state is still the one that was decided upon.
     *
     * @param change may be called several times, each time with the latest journal
     * @throws FailureException ROTATION_LOST, ROTATION_WRITES_LOST
     */
    void change(RotationState decidedUpon, UnaryOperator<RotationJournal> change) {
        write(latest -> change.apply(latest).of(paths.field()), () -> {
            if (!state().equals(decidedUpon)) {
                throw lost();
            }
        });
    }

    /** Adds a line, whatever the state is. */
    void note(StepLine line) {
        write(latest -> latest.with(line), () -> {});
    }

    /** Somebody else changed the state. */
    FailureException lost() {
        return RotationFailure.ROTATION_LOST.with(paths, Words.latest(journal)).asException();
    }

    private void write(UnaryOperator<RotationJournal> change, Runnable check) {
        String id = id();
        WriteTries tries = new WriteTries(paths, paths.journal(), "The rotation's journal could not be written.");
        while (true) {
            check.run();
            RotationJournal next = change.apply(journal).writtenAs(id);
            SecretFields fields = SecretFields.EMPTY.with(FIELD, Secret.of(FIELD, JournalJson.write(next)));
            WriteResult result = kv.write(paths.journal(), fields, version);
            if (result instanceof WriteResult.Written written) {
                version = written.version();
                journal = next;
                return;
            }
            read();
            if (journal.wasWrittenAs(id)) {
                return;
            }
            tries.failed(result);
        }
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
