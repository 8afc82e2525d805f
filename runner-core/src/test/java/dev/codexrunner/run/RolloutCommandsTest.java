package dev.codexrunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.events.Item;
import dev.codexrunner.events.ItemStatus;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines as codex 0.169.0 writes them, without the fields that nobody reads. */
class RolloutCommandsTest {

    private static final RolloutCommands NONE = RolloutCommands.NONE;

    private static String call(String id, String command) {
        return """
                {"type":"response_item","payload":{"type":"function_call","name":"exec_command",\
                "arguments":"{\\"cmd\\":\\"%s\\"}","call_id":"%s"}}""".formatted(command, id);
    }

    private static String output(String id, String text) {
        return """
                {"type":"response_item","payload":{"type":"function_call_output","call_id":"%s","output":"%s"}}""".formatted(id, text);
    }

    private static String exited(String id, int code, String text) {
        return output(
                id,
                "Chunk ID: 7d6387\\nWall time: 0.0000 seconds\\nProcess exited with code " + code
                        + "\\nOriginal token count: 6\\nOutput:\\n" + text);
    }

    private static String told(String id) {
        return """
                {"type":"event_msg","payload":{"type":"item_completed","item":{"type":"CommandExecution","id":"%s"}}}""".formatted(id);
    }

    private static RolloutCommands read(String... lines) {
        RolloutCommandReader reader = new RolloutCommandReader();
        Stream.of(lines).forEach(reader::accept);
        return reader.commands();
    }

    @Test
    void a_command_that_ended_without_an_event_is_found_with_its_output_and_exit_code() {
        RolloutCommands commands = read(call("a", "exit 3"), exited("a", 3, "so it is\\n"));

        assertThat(commands.lackedBy(0, NONE))
                .containsExactly(
                        new Item.CommandExecution("a", "exit 3", "so it is\n", OptionalInt.of(3), ItemStatus.FAILED));
        assertThat(read(call("a", "true"), exited("a", 0, "")).lackedBy(0, NONE))
                .extracting(Item.CommandExecution::status)
                .containsExactly(ItemStatus.COMPLETED);
    }

    @Test
    void a_command_with_an_event_is_not_found_whichever_of_the_two_comes_first() {
        assertThat(read(call("a", "true"), told("a"), exited("a", 0, "")).lackedBy(1, NONE))
                .isEmpty();
        assertThat(read(call("a", "true"), exited("a", 0, ""), told("a")).lackedBy(1, NONE))
                .isEmpty();
    }

    @Test
    void a_stream_that_tells_of_every_command_lacks_none_although_the_rollout_has_no_ends() {
        String[] lines = {call("a", "true"), exited("a", 0, ""), call("b", "true"), exited("b", 0, "")};

        assertThat(read(lines).lackedBy(2, NONE)).isEmpty();
        assertThat(read(lines).lackedBy(0, NONE)).hasSize(2);
    }

    @Test
    void a_call_that_was_refused_or_still_runs_is_no_command_that_is_lacking() {
        assertThat(read(call("a", "sudo x"), output("a", "exec_command failed: rejected by policy"))
                        .lackedBy(0, NONE))
                .isEmpty();
        assertThat(read(
                                call("a", "sleep 9"),
                                output(
                                        "a",
                                        "Chunk ID: 1\\nWall time: 9 seconds\\nProcess running with session ID 7\\nOutput:\\n"))
                        .lackedBy(1, NONE))
                .isEmpty();
    }

    @Test
    void the_output_of_another_tool_cant_pass_for_a_command() {
        assertThat(read(exited("x", 0, "")).lackedBy(0, NONE)).isEmpty();
        assertThat(read(
                                call("a", "cat f"),
                                output(
                                        "a",
                                        "cat: Chunk ID: 7\\nWall time: 0 s\\nProcess exited with code 0\\nOutput:\\n"))
                        .lackedBy(0, NONE))
                .isEmpty();
    }

    @Test
    void what_a_resumed_thread_lacked_before_is_not_lacking_now() {
        String[] before = {call("a", "true"), exited("a", 0, "")};
        String[] all = Stream.concat(Stream.of(before), Stream.of(call("b", "false"), exited("b", 1, "")))
                .toArray(String[]::new);

        assertThat(read(all).lackedBy(0, read(before)))
                .extracting(Item.CommandExecution::id)
                .containsExactly("b");
        assertThat(read(before).lackedBy(0, read(before))).isEmpty();
    }

    @Test
    void no_more_than_a_hundred_are_kept() {
        RolloutCommandReader reader = new RolloutCommandReader();
        IntStream.range(0, 300).forEach(number -> {
            reader.accept(call("c" + number, "true"));
            reader.accept(exited("c" + number, 0, ""));
        });

        assertThat(reader.commands().lackedBy(0, NONE)).hasSize(RolloutCommandReader.MOST);
    }

    @Test
    void broken_lines_change_nothing() {
        for (String line : List.of("", "{", "[]", "{\"payload\":\"function_call\"}", "function_call_output")) {
            assertThat(read(line)).isEqualTo(NONE);
        }
    }
}
