package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class DockerRequirementTest {

    @Test
    void what_is_missing_fails_the_test_where_docker_is_required() {
        assertThatThrownBy(() -> DockerRequirement.parse("required").missing("no daemon"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("no daemon");
    }

    @Test
    void what_is_missing_skips_the_test_with_the_reason_else() {
        for (String value : new String[] {"", "optional"}) {
            assertThatThrownBy(() -> DockerRequirement.parse(value).missing("no daemon"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("no daemon");
        }
    }

    @Test
    void a_misspelt_requirement_is_no_permission_to_skip() {
        assertThatThrownBy(() -> DockerRequirement.parse("requierd")).isInstanceOf(IllegalArgumentException.class);
    }
}
