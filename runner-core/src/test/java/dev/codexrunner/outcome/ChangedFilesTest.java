package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.ChangeKind;
import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import dev.codexrunner.outcome.Transcript.ChangedFile;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChangedFilesTest {

    private final ChangedFiles files =
            new ChangedFiles(new KeptTexts(new TranscriptLimits(2, 100, 100, 100, 100), UnaryOperator.identity()));

    private void apply(String path, ChangeKind kind, ItemStatus status) {
        files.apply(List.of(new Item.Change(path, kind)), status);
    }

    @Test
    void deleted_and_added_again_is_updated() {
        apply("a", ChangeKind.DELETE, ItemStatus.COMPLETED);
        apply("a", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("b", ChangeKind.UPDATE, ItemStatus.COMPLETED);
        apply("b", ChangeKind.ADD, ItemStatus.COMPLETED);

        assertThat(files.values())
                .containsExactly(
                        new ChangedFile("a", ChangeKind.UPDATE, ItemStatus.COMPLETED),
                        new ChangedFile("b", ChangeKind.ADD, ItemStatus.COMPLETED));
    }

    @Test
    void added_and_deleted_is_deleted() {
        apply("a", ChangeKind.ADD, ItemStatus.COMPLETED);
        apply("a", ChangeKind.DELETE, ItemStatus.COMPLETED);

        assertThat(files.values()).containsExactly(new ChangedFile("a", ChangeKind.DELETE, ItemStatus.COMPLETED));
    }

    @Test
    void what_a_patch_only_tried_gives_way_to_what_one_did() {
        apply("a", ChangeKind.ADD, ItemStatus.FAILED);
        apply("a", ChangeKind.UPDATE, ItemStatus.COMPLETED);

        assertThat(files.values()).containsExactly(new ChangedFile("a", ChangeKind.UPDATE, ItemStatus.COMPLETED));
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
