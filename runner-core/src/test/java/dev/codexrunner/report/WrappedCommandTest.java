package dev.codexrunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedCommandTest {

    @Test
    void a_single_quoted_command_loses_shell_and_quotes() {
        assertThat(WrappedCommand.unwrap("/bin/bash -c 'ls -1 && echo done'")).isEqualTo("ls -1 && echo done");
    }

    @Test
    void a_double_quoted_command_loses_its_escapes_too() {
        assertThat(WrappedCommand.unwrap("/bin/bash -lc \"echo \\\"\\$HOME\\\" it's\""))
                .isEqualTo("echo \"$HOME\" it's");
    }

    @Test
    void a_bare_word_needs_no_quotes() {
        assertThat(WrappedCommand.unwrap("bash -lc ls")).isEqualTo("ls");
    }

    @Test
    void quotes_that_bescriptto_the_command_stay() {
        assertThat(WrappedCommand.unwrap("bash -c 'a' 'b'")).isEqualTo("'a' 'b'");
        assertThat(WrappedCommand.unwrap("make 'all'")).isEqualTo("make 'all'");
    }

    @Test
    void a_command_of_a_megabyte_is_unwrapped_like_any_other() {
        String script = "echo '" + "x\\\"y ".repeat(200_000) + "'";
        assertThat(WrappedCommand.unwrap("/bin/bash -c \"" + script + "\"")).hasSizeGreaterThan(600_000);
    }

    @Test
    void an_open_quote_leaves_the_command_as_it_is() {
        assertThat(WrappedCommand.unwrap("bash -c \"echo")).isEqualTo("\"echo");
        assertThat(WrappedCommand.unwrap("bash -c '")).isEqualTo("'");
    }
}
