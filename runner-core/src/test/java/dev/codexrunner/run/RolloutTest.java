package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTest {

    private static final String THREAD = "01a1fc44-7f26-7f41-8702-b7c7319e5c84";
    private static final String CONTEXT = """
            {"type":"turn_context","payload":{"model":"gpt-6.1-sol","sandbox_policy":{"type":"workspace-write"}}}
            """;

    @TempDir
    Path codexHome;

    @Test
    void tells_the_token_count_the_model_and_the_sandbox_in_force() throws IOException {
        write(CONTEXT + count(100, 20));
        RolloutFacts facts = new Rollout(codexHome, THREAD).read();
        assertThat(facts.threadUsage()).contains(new TokenUsage(100, 40, 0, 20, 5));
        assertThat(facts.model()).contains("gpt-6.1-sol");
        assertThat(facts.sandbox()).contains("workspace-write");
    }

    @Test
    void a_profile_that_hides_files_is_the_sandbox_that_it_extends_and_another_s_is_itself() {
        assertThat(sandboxOf("{\"id\":\"codex_runner\",\"extends\":\":workspace\"}"))
                .contains("workspace-write");
        assertThat(sandboxOf("{\"id\":\"codex_runner\",\"extends\":\":read-only\"}"))
                .contains("read-only");
        assertThat(sandboxOf("{\"id\":\"mine\",\"extends\":\":read-only\"}")).contains("mine");
    }

    private static Optional<String> sandboxOf(String profile) {
        return RolloutFacts.NONE
                .and("{\"type\":\"turn_context\",\"payload\":{\"active_permission_profile\":" + profile + "}}")
                .sandbox();
    }

    @Test
    void goes_on_reading_where_it_stopped_as_the_file_grows() throws IOException {
        Path file = write(count(100, 20));
        Rollout rollout = new Rollout(codexHome, THREAD);
        rollout.read();
        Files.writeString(file, count(200, 40), StandardOpenOption.APPEND);
        assertThat(rollout.read().threadUsage()).contains(new TokenUsage(200, 40, 0, 40, 5));
    }

    @Test
    void a_line_that_codex_is_still_writing_waits_for_its_end() throws IOException {
        String line = count(300, 60);
        Path file = write(count(100, 20) + line.substring(0, 40));
        Rollout rollout = new Rollout(codexHome, THREAD);
        assertThat(rollout.read().threadUsage()).contains(new TokenUsage(100, 40, 0, 20, 5));
        Files.writeString(file, line.substring(40), StandardOpenOption.APPEND);
        assertThat(rollout.read().threadUsage()).contains(new TokenUsage(300, 40, 0, 60, 5));
    }

    @Test
    void an_endless_line_is_passed_over() throws IOException {
        write("{\"token_count\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}\n" + count(100, 20));
        assertThat(new Rollout(codexHome, THREAD).read().threadUsage()).isPresent();
    }

    @Test
    void garbage_and_other_threads_change_nothing() throws IOException {
        write("\"token_count\" is no JSON\n{\"type\":\"turn_context\",\"payload\":7}\n");
        assertThat(new Rollout(codexHome, THREAD).read()).isEqualTo(RolloutFacts.NONE);
        assertThat(new Rollout(codexHome, "11111111-2222-3333-4444-555555555555").read())
                .isEqualTo(RolloutFacts.NONE);
    }

    @Test
    void a_home_without_sessions_knows_nothing() {
        assertThat(new Rollout(codexHome, THREAD).read()).isEqualTo(RolloutFacts.NONE);
    }

    /** As measured after a KILL while a command ran: the second call has its record and no token_count, for ever. */
    @Test
    void a_call_that_codex_itself_forgot_is_counted() throws IOException {
        write(record(100) + count(100, 20) + record(200) + record(300) + count(200, 40));
        assertThat(new Rollout(codexHome, THREAD).read().threadUsage()).contains(new TokenUsage(300, 40, 0, 20, 5));
    }

    @Test
    void counts_what_the_model_said_and_asked_for_and_not_what_it_was_told() throws IOException {
        write(
                item("\"type\":\"message\",\"role\":\"user\",\"text\":\"a \\\"function_call\\\" of \\\"assistant\\\"\"")
                        + item("\"type\":\"function_call\",\"name\":\"exec_command\"")
                        + item("\"type\":\"function_call_output\",\"output\":\"x\"")
                        + item("\"type\":\"custom_tool_call\",\"name\":\"apply_patch\"")
                        + item("\"type\":\"message\",\"role\":\"assistant\"")
                        + item(
                                "\"type\":\"additional_tools\",\"role\":\"developer\",\"tools\":[{\"type\":\"function_call\"}]"));
        assertThat(new Rollout(codexHome, THREAD).read().answers()).isEqualTo(3);
    }

    @Test
    void a_thread_can_be_resumed_once_codex_has_begun_its_file() throws IOException {
        assertThat(new Rollout(codexHome, THREAD).exists()).isFalse();
        Path file = write("");
        assertThat(new Rollout(codexHome, THREAD).exists()).isFalse();
        Files.writeString(file, CONTEXT);
        assertThat(new Rollout(codexHome, THREAD).exists()).isTrue();
        assertThat(ResumableThread.find(codexHome, java.util.Optional.of(THREAD))
                        .id())
                .contains(THREAD);
        assertThat(ResumableThread.find(codexHome, java.util.Optional.of("../" + THREAD))
                        .whyNot())
                .contains("no thread id");
        assertThat(ResumableThread.find(codexHome, java.util.Optional.empty()).whyNot())
                .isNotBlank();
    }

    private static String item(String payload) {
        return "{\"type\":\"response_item\",\"payload\":{" + payload + "}}\n";
    }

    private static String record(long input) {
        return """
                {"type":"token_usage_record","payload":{"usage":{"input_tokens":100},"thread_token_usage":{"input_tokens":%d,\
                "cached_input_tokens":40,"cache_write_input_tokens":0,"output_tokens":20,"reasoning_output_tokens":5}}}
                """.formatted(input);
    }

    private Path write(String content) throws IOException {
        Path folder = Files.createDirectories(codexHome.resolve("sessions/2026/11/21"));
        return Files.writeString(folder.resolve("rollout-2026-11-21T04-01-49-" + THREAD + ".jsonl"), content);
    }

    private static String count(long input, long output) {
        return """
                {"type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":{"input_tokens":%d,\
                "cached_input_tokens":40,"cache_write_input_tokens":0,"output_tokens":%d,"reasoning_output_tokens":5}}}}
                """.formatted(input, output);
    }
}
