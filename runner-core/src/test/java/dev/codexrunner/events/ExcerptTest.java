package dev.codexrunner.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void a_text_that_fits_stays_whole() {
        assertThat(Excerpt.head("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.tail("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.headAndTail("abc", 3)).isEqualTo("abc");
    }

    @Test
    void a_longer_one_keeps_its_beginning_or_its_end() {
        assertThat(Excerpt.head("abcd", 3)).isEqualTo("abc");
        assertThat(Excerpt.tail("abcd", 3)).isEqualTo("bcd");
        assertThat(Excerpt.headAndTail("abcdefgh", 4)).isEqualTo("ab\n[... 4 characters left out ...]\ngh");
    }

    @Test
    void a_character_of_two_halves_is_never_torn() {
        assertThat(Excerpt.head("a" + SMILE + "b", 2)).isEqualTo("a");
        assertThat(Excerpt.head("a" + SMILE + "b", 3)).isEqualTo("a" + SMILE);
        assertThat(Excerpt.head(SMILE + "b", 1)).isEmpty();
        assertThat(Excerpt.tail("b" + SMILE + "a", 2)).isEqualTo("a");
        assertThat(Excerpt.tail("b" + SMILE + "a", 3)).isEqualTo(SMILE + "a");
        assertThat(Excerpt.headAndTail("a" + SMILE + "cd" + SMILE + "b", 4))
                .isEqualTo("a\n[... 6 characters left out ...]\nb");
    }

    @Test
    void no_room_leaves_nothing() {
        assertThat(Excerpt.head("abc", 0)).isEmpty();
        assertThat(Excerpt.head("abc", -1)).isEmpty();
        assertThat(Excerpt.tail("abc", 0)).isEmpty();
        assertThat(Excerpt.tail("abc", -1)).isEmpty();
    }
}
