package dev.codexrunner.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.failure.FailureException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputSchemaTest {

    @Test
    void every_violation_is_listed() {
        OutputCheck check = OutputSchema.parse(
                        "s",
                        "{\"type\":\"object\",\"required\":[\"a\",\"b\"],\"additionalProperties\":false,"
                                + "\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"enum\":[1,2]}}}")
                .check("{\"a\":1,\"b\":3,\"c\":0}");

        assertThat(check.valid()).isFalse();
        assertThat(check.violations()).hasSize(3).anyMatch(v -> v.contains("/a"));
    }

    @Test
    void trailing_text_and_duplicate_keys_are_no_json() {
        OutputSchema schema = OutputSchema.parse("s", "true");

        assertThat(schema.check("{} and more").notJson()).isPresent();
        assertThat(schema.check("{\"a\":1,\"a\":2}").notJson()).isPresent();
        assertThat(schema.check("").notJson()).isPresent();
        assertThat(schema.check("[".repeat(100_000)).notJson()).isPresent();
        assertThat(schema.check("[1]").structuredOutput()).contains("[1]");
    }

    @Test
    void a_pattern_that_backtracks_without_end_is_given_up() {
        OutputSchema schema = OutputSchema.parse("s", "{\"pattern\":\"^(a+)+$\"}");

        assertThat(schema.check("\"" + "a".repeat(40) + "!\"").valid()).isFalse();
    }

    @Test
    void a_schema_that_refers_to_itself_without_end_is_given_up() {
        assertThat(OutputSchema.parse("s", "{\"$ref\":\"#\"}").check("1").valid())
                .isFalse();
    }

    @Test
    void references_within_the_schema_work_and_others_are_not_fetched() {
        OutputSchema schema =
                OutputSchema.parse("s", "{\"$defs\":{\"n\":{\"type\":\"integer\"}},\"$ref\":\"#/$defs/n\"}");
        assertThat(schema.check("1").valid()).isTrue();
        assertThat(schema.check("\"1\"").valid()).isFalse();
        for (String remote : new String[] {"http://127.0.0.1:9/x.json", "file:///etc/hostname", "classpath:x.json"}) {
            assertThatThrownBy(() -> OutputSchema.parse("s", "{\"$ref\":\"" + remote + "\"}"))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("schema-invalid");
        }
    }

    @Test
    void older_dialects_are_understood_by_their_name() {
        OutputSchema schema = OutputSchema.parse(
                "s",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\","
                        + "\"definitions\":{\"x\":{\"type\":\"string\"}},\"properties\":{\"x\":{\"$ref\":\"#/definitions/x\"}}}");
        assertThat(schema.check("{\"x\":1}").valid()).isFalse();
        assertThat(schema.check("{\"x\":\"1\"}").valid()).isTrue();
    }

    @Test
    void a_schema_that_is_none_is_refused_before_the_run(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> OutputSchema.parse("s.json", "{\"type\":\n oops}"))
                .hasMessageContaining("schema-not-json")
                .hasMessageContaining("ine 2");
        assertThatThrownBy(() -> OutputSchema.parse("s.json", "{\"type\":\"strin\"}"))
                .hasMessageContaining("schema-invalid");
        assertThatThrownBy(() -> OutputSchema.parse("s.json", "3")).hasMessageContaining("schema-invalid");
        assertThatThrownBy(() -> OutputSchema.parse("s.json", "{\"pattern\":\"(\"}"))
                .hasMessageContaining("schema-invalid");
        assertThatThrownBy(() -> OutputSchema.parse("s.json", "{\"$schema\":\"https://example.org/mine\"}"))
                .hasMessageContaining("schema-invalid");
        assertThatThrownBy(() -> OutputSchema.read(folder.resolve("none.json")))
                .hasMessageContaining("schema-not-readable");
        Path latin1 = Files.write(folder.resolve("latin1.json"), new byte[] {'"', (byte) 0xE9, '"'});
        assertThatThrownBy(() -> OutputSchema.read(latin1)).isInstanceOf(FailureException.class);
    }

    @Test
    void a_pattern_judges_the_text_it_is_given(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.json"), "{\"pattern\":\"^ab+(c)\\\\1$\"}");
        OutputSchema schema = OutputSchema.read(file);

        assertThat(schema.json()).isEqualTo(Files.readString(file));
        assertThat(schema.check("\"abbcc\"").valid()).isTrue();
        assertThat(schema.check("\"abbc\"").valid()).isFalse();
    }

    @Test
    void a_schema_may_be_as_large_as_four_mebibytes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("schema.json");
        String schema = "{\"type\":\"string\"}";
        Files.writeString(file, schema + " ".repeat(4 * 1024 * 1024 - schema.length()));
        assertThat(OutputSchema.read(file).check("\"a\"").valid()).isTrue();

        Files.writeString(file, schema + " ".repeat(4 * 1024 * 1024 - schema.length() + 1));
        assertThatThrownBy(() -> OutputSchema.read(file))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("It is larger than 4 MiB.");
    }

    @Test
    void a_reference_that_leads_elsewhere_only_while_checking_fetches_nothing_and_fails() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String elsewhere = "http://127.0.0.1:" + server.getLocalPort() + "/schema.json";
            OutputSchema schema = OutputSchema.parse("s", "{\"$dynamicRef\":\"" + elsewhere + "\"}");

            assertThat(schema.check("{}").valid()).isFalse();
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void what_the_library_says_of_a_pattern_comes_without_the_names_of_classes() {
        assertThatThrownBy(() -> OutputSchema.parse("s", "{\"pattern\":\"(\"}"))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("The pattern ( is broken")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("IllegalArgument"));
    }
}
