package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.outcome.TrackedItems.Sighting;
import dev.codexrunner.outcome.TrackedItems.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrackedItemsTest {

    private final TrackedItems<String> items = new TrackedItems<>(1, value -> {});

    private long line;

    private Sighting<String> see(String key, String value, boolean ended) {
        return see(items, key, value, ended ? State.ENDED : State.OPEN);
    }

    private Sighting<String> see(TrackedItems<String> items, String key, String value, State state) {
        line++;
        return items.see(key, new Moment(line, OptionalLong.of(100 * line)), state, () -> value);
    }

    private List<String> values() {
        return items.values((value, when) -> value);
    }

    @Test
    void the_first_sight_and_the_first_end_are_told_once() {
        assertThat(see("a", "1", false)).isEqualTo(new Sighting<>(true, false, Optional.of("1")));
        assertThat(see("a", "2", false)).isEqualTo(new Sighting<>(false, false, Optional.of("2")));
        assertThat(see("a", "3", true)).isEqualTo(new Sighting<>(false, true, Optional.of("3")));
        assertThat(see("a", "4", true)).isEqualTo(new Sighting<>(false, false, Optional.of("4")));
        assertThat(values()).containsExactly("4");
    }

    @Test
    void an_update_after_the_end_neither_opens_nor_changes_the_item() {
        see("a", "ended", true);

        assertThat(see("a", "late", false)).isEqualTo(new Sighting<>(false, false, Optional.of("ended")));
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

        assertThat(see("b", "b", false)).isEqualTo(new Sighting<>(true, false, Optional.empty()));
        assertThat(see("b", "b", false)).isEqualTo(new Sighting<>(false, false, Optional.empty()));
        assertThat(items.openCount()).isEqualTo(1);
        assertThat(see("b", "b", true)).isEqualTo(new Sighting<>(false, true, Optional.empty()));
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

    @Test
    void what_fails_takes_the_place_of_the_last_success() {
        List<String> givenUp = new ArrayList<>();
        TrackedItems<String> three = new TrackedItems<>(3, givenUp::add);
        see(three, "a", "a", State.ENDED);
        see(three, "b", "b fails", State.FAILED);
        see(three, "c", "c", State.ENDED);
        see(three, "d", "d", State.ENDED);

        assertThat(see(three, "e", "e fails", State.FAILED).kept()).contains("e fails");

        assertThat(three.values((value, when) -> value)).containsExactly("a", "b fails", "e fails");
        assertThat(givenUp).containsExactly("c");
        assertThat(three.dropped()).isEqualTo(2);
    }

    @Test
    void among_failures_alone_the_first_stay() {
        TrackedItems<String> two = new TrackedItems<>(2, value -> {});
        for (String key : List.of("a", "b", "c")) {
            see(two, key, key, State.FAILED);
        }

        assertThat(two.values((value, when) -> value)).containsExactly("a", "b");
        assertThat(two.dropped()).isEqualTo(1);
    }

    @Test
    void what_was_open_when_there_was_no_room_has_its_whole_time_when_it_fails() {
        see(items, "a", "a", State.ENDED);
        see(items, "b", "b", State.OPEN);
        see(items, "b", "b fails", State.FAILED);

        assertThat(items.values((value, when) -> when))
                .containsExactly(new Occurrence(2, OptionalLong.of(200), OptionalLong.of(100)));
        assertThat(items.dropped()).isEqualTo(1);
    }

    @Test
    void what_gave_its_place_away_is_still_known_when_it_is_told_again() {
        see(items, "a", "a", State.ENDED);
        see(items, "b", "b fails", State.FAILED);

        assertThat(see(items, "a", "a again", State.ENDED)).isEqualTo(new Sighting<>(false, false, Optional.empty()));
        assertThat(values()).containsExactly("b fails");
        assertThat(items.dropped()).isEqualTo(1);
    }
}
