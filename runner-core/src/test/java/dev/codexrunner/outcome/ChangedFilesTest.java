package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChangedFilesTest {

    private final ChangedFiles files =
            new ChangedFiles(new KeptTexts(new TranscriptLimits(2, 100, 100, 100, 100), UnaryOperator.identity()));

    private long line;

    /** A file is dated by its first patch. */
    private static Occurrence first(long line) {
        return new Occurrence(line, OptionalLong.empty(), OptionalLong.empty());
    }

    private void apply(String path, ChangeKind kind, ItemStatus status) {
        files.apply(List.of(new Item.Change(path, kind)), status, new Moment(++line, OptionalLong.empty()));
    }

    @Test
    void deleted_and_added_again_is_updated() {
        apply("a", ChangeKind.DELETE, ItemStatus.COMPLETED);
        apply("a", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("b", ChangeKind.UPDATE, ItemStatus.COMPLETED);
        apply("b", ChangeKind.ADD, ItemStatus.COMPLETED);

        assertThat(files.values())
                .containsExactly(
                        new ChangedFile("a", ChangeKind.UPDATE, ItemStatus.COMPLETED, first(1)),
                        new ChangedFile("b", ChangeKind.ADD, ItemStatus.COMPLETED, first(3)));
    }

    @Test
    void added_and_deleted_is_deleted() {
        apply("a", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("a", ChangeKind.DELETE, ItemStatus.COMPLETED);

        assertThat(files.values())
                .containsExactly(new ChangedFile("a", ChangeKind.DELETE, ItemStatus.COMPLETED, first(1)));
    }

    @Test
    void what_a_patch_only_tried_gives_way_to_what_one_did() {
        apply("a", ChangeKind.ADD, ItemStatus.FAILED);
        apply("a", ChangeKind.UPDATE, ItemStatus.COMPLETED);

        assertThat(files.values())
                .containsExactly(new ChangedFile("a", ChangeKind.UPDATE, ItemStatus.COMPLETED, first(1)));
    }

    @Test
    void beyond_the_bound_only_finished_changes_are_counted() {
        apply("a", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("b", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("c", ChangeKind.ADD, ItemStatus.IN_PROGRESS);
        apply("c", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("d", ChangeKind.ADD, ItemStatus.FAILED);

        assertThat(files.values()).hasSize(2);
        assertThat(files.dropped()).isEqualTo(2);
    }
}
