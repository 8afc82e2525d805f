package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StderrReaderTest {

    private static final String ROUTER = "2026-11-21T00:00:00Z ERROR codex_core::tools::router: error=";

    private final StderrReader reader = new StderrReader();

    @Test
    void what_the_tool_router_refuses_is_sorted_by_its_words() {
        reader.accept(ROUTER + "apply_patch verification failed: rejected.txt");
        reader.accept(ROUTER + "patch was not applied");
        reader.accept(ROUTER + "exec command rejected by user");
        reader.accept(ROUTER + "I reject command x");
        reader.accept(ROUTER + "the approval policy says no");
        reader.accept(ROUTER + "unsupported call: dance");
        reader.accept("ERROR of something else");

        assertThat(reader.summary().patchesFailed()).isEqualTo(2);
        assertThat(reader.summary().declined()).isEqualTo(3);
        assertThat(reader.summary().otherToolErrors()).isEqualTo(1);
    }

    @Test
    void the_first_and_the_last_lines_are_kept() {
        for (int number = 1; number <= 100; number++) {
            reader.accept("line " + number);
        }
        assertThat(reader.summary().excerpt().lines())
                .hasSize(40)
                .startsWith("line 1", "line 2")
                .containsSequence("line 20", "line 81")
                .endsWith("line 100");
        assertThat(reader.summary().lastLine()).isEqualTo("line 100");
    }

    @Test
    void noise_colours_and_backtraces_are_left_out() {
        reader.accept("Reading prompt from stdin...");
        reader.accept("\u001B[31mError:\u001B[0m boom");
        reader.accept("Stack backtrace:");
        reader.accept("   0: <unknown>");
        reader.accept("             at ./main.rs:17");
        reader.accept("");
        reader.accept("after");

        assertThat(reader.summary().excerpt()).isEqualTo("Error: boom\nafter");
    }

    @Test
    void a_warning_names_only_what_was_seen() {
        assertThat(StderrSummary.EMPTY.warnings()).isEmpty();
        assertThat(new StderrSummary(1, 0, 0, "").warnings())
                .containsExactly(
                        "1 patch of the agent did not apply; codex has no event for that, stderr.log tells" + " more.");
        assertThat(new StderrSummary(1, 2, 3, "").warnings()).hasSize(3);
    }
}
