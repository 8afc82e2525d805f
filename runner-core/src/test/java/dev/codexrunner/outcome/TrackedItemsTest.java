package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.TrackedItems.Sighting;
import org.junit.jupiter.api.Test;

class TrackedItemsTest {

    private final TrackedItems<String> items = new TrackedItems<>(1);

    @Test
    void the_first_sight_and_the_first_end_are_told_once() {
        assertThat(items.see("a", "1", false)).isEqualTo(new Sighting(true, false));
        assertThat(items.see("a", "2", false)).isEqualTo(new Sighting(false, false));
        assertThat(items.see("a", "3", true)).isEqualTo(new Sighting(false, true));
        assertThat(items.see("a", "4", true)).isEqualTo(new Sighting(false, false));
        assertThat(items.values()).containsExactly("4");
    }

    @Test
    void an_update_after_the_end_neither_opens_nor_changes_the_item() {
        items.see("a", "ended", true);

        assertThat(items.see("a", "late", false)).isEqualTo(new Sighting(false, false));
        assertThat(items.values()).containsExactly("ended");
        assertThat(items.openCount()).isZero();
    }

    @Test
    void beyond_the_limit_an_item_is_followed_but_not_kept() {
        items.see("a", "a", true);

        assertThat(items.see("b", "b", false)).isEqualTo(new Sighting(true, false));
        assertThat(items.see("b", "b", false)).isEqualTo(new Sighting(false, false));
        assertThat(items.openCount()).isEqualTo(1);
        assertThat(items.see("b", "b", true)).isEqualTo(new Sighting(false, true));
        assertThat(items.openCount()).isZero();
        assertThat(items.dropped()).isEqualTo(1);
        assertThat(items.values()).containsExactly("a");
    }

    @Test
    void of_open_items_beyond_ten_thousand_only_the_number_is_known() {
        for (int number = 0; number < 10_003; number++) {
            items.see("open " + number, "", false);
        }
        assertThat(items.openCount()).isEqualTo(10_003);
        assertThat(items.dropped()).isEqualTo(10_002);
    }
}
