package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {

    @Test
    void a_job_that_has_such_a_name_keeps_it() {
        assertThat(RunInputs.of("nightly-review.2", "/r").runName()).isEqualTo("nightly-review.2");
    }

    @Test
    void folders_branches_and_parts_of_a_matrix_are_told_with_underscores() {
        assertThat(RunInputs.of("team/shop/PR-2", "/r").runName()).isEqualTo("team_shop_PR-2");
        assertThat(RunInputs.of("team/matrix/KIND=one", "/r").runName()).isEqualTo("team_matrix_KIND_one");
    }

    @Test
    void of_a_long_one_the_end_is_kept_and_two_that_end_alike_stay_two() {
        String end = "/" + "x".repeat(80) + "/main";

        String one = RunInputs.of("one" + end, "/r").runName();

        assertThat(one)
                .hasSize(64)
                .contains("x_main-")
                .isEqualTo(RunInputs.of("one" + end, "/r").runName());
        assertThat(RunInputs.of("other" + end, "/r").runName()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a job", "feature%2Flogin", "./-", "_x", "\u5be9\u67fb", "\u00fcbersicht", "a\nb", "- # job", "-"
            })
    void whatever_a_job_is_called_the_runner_takes_it(String job) {
        assertThat(RunInputs.of(job, "/r").runName()).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    @Test
    void names_of_other_letters_stay_different() {
        assertThat(RunInputs.of("\u5be9\u67fb", "/r").runName())
                .isNotEqualTo(RunInputs.of("\u691c\u67fb", "/r").runName());
    }
}
