package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static LineDiff diff(String before, String after) {
        return LineDiff.of(before, after, 1_000);
    }

    private static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @Test
    void old_lines_come_before_the_new_ones_with_three_around_them() {
        LineDiff diff = diff("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nEE\nf\ng\nh\n");

        assertThat(diff.hunks())
                .containsExactly("@@ -2,7 +2,8 @@", " b", " c", " d", "-e", "+E", "+EE", " f", " g", " h");
        assertThat(diff.added()).isEqualTo(2);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void changes_far_from_each_other_are_hunks_of_their_own() {
        LineDiff diff = diff(numbered(1, 40), "0\n" + numbered(1, 39));

        assertThat(diff.hunks())
                .containsExactly(
                        "@@ -1,3 +1,4 @@", "+0", " 1", " 2", " 3", "@@ -37,4 +38,3 @@", " 37", " 38", " 39", "-40");
    }

    @Test
    void a_new_file_is_all_additions_and_a_deleted_one_all_removals() {
        assertThat(diff("", "a\nb\n").hunks()).containsExactly("@@ -0,0 +1,2 @@", "+a", "+b");
        assertThat(diff("a\n", "").hunks()).containsExactly("@@ -1,1 +0,0 @@", "-a");
        assertThat(diff("a\n", "a\n").hunks()).isEmpty();
    }

    @Test
    void a_missing_end_of_the_last_line_is_a_change() {
        assertThat(String.join("\n", diff("a\nb", "a\nb\n").hunks()))
                .isEqualTo("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b");
    }

    @Test
    void texts_of_too_many_different_lines_are_told_as_all_old_and_all_new_ones() {
        LineDiff diff = LineDiff.of("same\n" + numbered(1, 50), "same\n" + numbered(2, 51), 10);

        assertThat(diff.removed()).isEqualTo(50);
        assertThat(diff.added()).isEqualTo(50);
        assertThat(diff.hunks()).startsWith("@@ -1,51 +1,51 @@", " same", "-1", "-2");
    }
}
