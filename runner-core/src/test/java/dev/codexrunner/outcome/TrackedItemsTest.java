package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.TrackedItems.Sighting;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrackedItemsTest {

    private final TrackedItems<String> items = new TrackedItems<>(1);

    private long line;

    private Sighting see(String key, String value, boolean ended) {
        line++;
        return items.see(key, new Moment(line, OptionalLong.of(100 * line)), ended, () -> value);
    }

    private List<String> values() {
        return items.values((value, when) -> value);
    }

    @Test
    void the_first_sight_and_the_first_end_are_told_once() {
        assertThat(see("a", "1", false)).isEqualTo(new Sighting(true, false));
        assertThat(see("a", "2", false)).isEqualTo(new Sighting(false, false));
        assertThat(see("a", "3", true)).isEqualTo(new Sighting(false, true));
        assertThat(see("a", "4", true)).isEqualTo(new Sighting(false, false));
        assertThat(values()).containsExactly("4");
    }

    @Test
    void an_update_after_the_end_neither_opens_nor_changes_the_item() {
        see("a", "ended", true);

        assertThat(see("a", "late", false)).isEqualTo(new Sighting(false, false));
        assertThat(values()).containsExactly("ended");
        assertThat(items.openCount()).isZero();
    }

    @Test
    void it_lasts_from_its_first_sight_to_its_first_end() {
        see("a", "begun", false);
        see("a", "goes on", false);
        see("a", "ended", true);
        see("a", "told again", true);

        assertThat(items.values((value, when) -> when))
                .containsExactly(new Occurrence(1, OptionalLong.of(100), OptionalLong.of(200)));
    }

    @Test
    void of_what_is_only_told_at_its_end_nobody_knows_how_long_it_took() {
        see("a", "ended", true);

        assertThat(items.values((value, when) -> when))
                .containsExactly(new Occurrence(1, OptionalLong.of(100), OptionalLong.empty()));
    }

    @Test
    void beyond_the_limit_an_item_is_followed_but_not_kept() {
        see("a", "a", true);

        assertThat(see("b", "b", false)).isEqualTo(new Sighting(true, false));
        assertThat(see("b", "b", false)).isEqualTo(new Sighting(false, false));
        assertThat(items.openCount()).isEqualTo(1);
        assertThat(see("b", "b", true)).isEqualTo(new Sighting(false, true));
        assertThat(items.openCount()).isZero();
        assertThat(items.dropped()).isEqualTo(1);
        assertThat(values()).containsExactly("a");
    }

    @Test
    void of_open_items_beyond_ten_thousand_only_the_number_is_known() {
        for (int number = 0; number < 10_003; number++) {
            see("open " + number, "", false);
        }
        assertThat(items.openCount()).isEqualTo(10_003);
        assertThat(items.dropped()).isEqualTo(10_002);
    }
}
