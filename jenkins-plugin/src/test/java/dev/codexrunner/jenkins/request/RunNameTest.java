package dev.codexrunner.jenkins.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunNameTest {

    @Test
    void a_job_of_a_folder_keeps_its_name_with_dots() {
        assertThat(RunName.of("nightly")).isEqualTo("nightly");
        assertThat(RunName.of("team/platform/nightly_2")).isEqualTo("team.platform.nightly_2");
    }

    @Test
    void other_names_stay_readable_and_apart() {
        assertThat(RunName.of("review/feature%2Fx")).matches("review\\.feature-2Fx-[0-9a-f]{8}");
        List<String> names = Stream.of(
                        "a b",
                        "a-b",
                        "a%b",
                        "größe",
                        "grüße",
                        "日本",
                        "日",
                        "_a",
                        "a",
                        "x".repeat(70),
                        "x".repeat(71),
                        "./-",
                        "-",
                        "- # job",
                        "a\nb")
                .map(RunName::of)
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"));
    }

    @Test
    void parts_of_a_matrix_keep_the_name_of_the_whole_and_stay_apart() {
        assertThat(RunName.of("team/matrix/KIND=one")).matches("team\\.matrix\\.KIND-one-[0-9a-f]{8}");
        assertThat(RunName.of("team/matrix/KIND=one,OS=linux"))
                .isNotEqualTo(RunName.of("team/matrix/KIND=one/OS=linux"));
    }

    @Test
    void of_longOnes_those_that_begin_alike_stay_apart() {
        String longOne = "team/" + "x".repeat(80);

        assertThat(RunName.of(longOne + "/main")).hasSize(64).startsWith("team.xxx");
        assertThat(RunName.of(longOne + "/main")).isNotEqualTo(RunName.of(longOne + "/next"));
    }

    @Test
    void it_is_the_same_each_time() {
        assertThat(RunName.of("a folder/a job"))
                .isEqualTo("a-folder.a-job-" + "%08x".formatted("a folder/a job".hashCode()));
    }
}
