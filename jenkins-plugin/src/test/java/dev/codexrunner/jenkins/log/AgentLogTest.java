package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codexrunner.jenkins.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentLogTest {

    private static final String SECRET = "3f1c8a52-77d0-4c1e-9a4b-secret-id-0001";
    private static final String MASK = "[redacted:approle]";
    private static final String MARK = "[left out]";

    private final LogMask mask = new LogMask();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final MaskForAgents controller = new MaskForAgents(() -> Optional.of(mask));
    private final AgentLog log = new AgentLog(console, controller, MARK, later::add);

    @Test
    void the_controller_masks_what_an_agent_writes() throws IOException {
        mask.learn("approle", SECRET);
        write("one " + SECRET.substring(0, 9));
        write(SECRET.substring(9) + " two\n");
        log.close();

        assertThat(shown()).isEqualTo("one " + MASK + " two\n");
    }

    @Test
    void a_secret_that_the_build_gets_later_is_masked_too() throws IOException {
        write("first\n");
        look();
        mask.learn("approle", SECRET);
        write("then " + SECRET + "\n");
        log.close();

        assertThat(shown()).isEqualTo("first\nthen " + MASK + "\n");
    }

    @Test
    void text_that_nobody_goes_on_with_is_shown_after_a_while() throws IOException {
        mask.learn("approle", SECRET);
        write("waiting " + SECRET.substring(0, 10));
        log.flush();
        assertThat(shown()).isEmpty();

        look();

        assertThat(shown()).isEqualTo("waiting " + SECRET.substring(0, 10));
        assertThat(later).isEmpty();
    }

    @Test
    void lines_are_shown_at_once_to_whom_it_matters_that_they_are_and_parts_of_one_are_not() throws IOException {
        write("one\ntwo\n");
        log.flush();
        write("thr");
        log.flush();

        assertThat(shown()).isEqualTo("one\ntwo\n");
    }

    @Test
    void of_a_log_that_is_written_to_all_the_time_the_older_lines_are_shown() throws IOException {
        write("one\ntw");
        write("o\nthree\n");
        look();
        write("four\n");
        look();

        assertThat(shown()).isEqualTo("one\ntwo\nthree\n");
        assertThat(later).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 40, 76})
    void a_secret_that_goes_on_behind_what_is_shown_by_then_is_masked_from_its_first_line(int columns)
            throws IOException {
        String secret = SECRET.repeat(20);
        mask.learn("approle", secret);
        String wrapped = Base64.getMimeEncoder(columns, new byte[] {'\n'}).encodeToString(bytes(secret));
        int half = wrapped.indexOf('\n', wrapped.length() / 2) + 1;
        write("begin\n" + wrapped.substring(0, half));
        write(wrapped.substring(half) + "\nend\n");
        look();
        log.close();

        assertThat(shown()).startsWith("begin\n" + MASK).endsWith("\nend\n");
        assertThat(shown()).doesNotContain(wrapped.lines().limit(3).toArray(String[]::new));
    }

    @Test
    void a_flood_is_passed_on_in_bounds_and_whole() throws IOException {
        mask.learn("approle", SECRET);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            write("line " + i + " with " + SECRET + "\n");
            expected.append("line ").append(i).append(" with ").append(MASK).append('\n');
        }
        assertThat(shown().length()).isGreaterThan(expected.length() - 2 * AgentLog.MOST);
        log.close();

        assertThat(shown()).isEqualTo(expected.toString());
    }

    @Test
    void a_line_without_an_end_is_passed_on_in_bounds_and_whole() throws IOException {
        mask.learn("approle", SECRET);
        write("x".repeat(3 * AgentLog.MOST) + SECRET + "y".repeat(AgentLog.MOST));
        log.close();

        assertThat(shown()).isEqualTo("x".repeat(3 * AgentLog.MOST) + MASK + "y".repeat(AgentLog.MOST));
    }

    @Test
    void an_agent_cannot_ask_for_a_secret_letter_by_letter() {
        mask.learn("approle", SECRET);
        List<String> forms = List.of(
                SECRET,
                Base64.getEncoder().encodeToString(bytes(SECRET)),
                HexFormat.of().formatHex(bytes(SECRET)));
        for (String form : forms) {
            // A stretch of 24 letters is masked by itself: nobody guesses as many at once.
            for (int length = 1; length < 24; length++) {
                for (String guess : List.of(form.substring(0, length), "! " + form.substring(0, length) + "\n")) {
                    assertThat(new String(controller.mask(bytes(guess)), StandardCharsets.UTF_8))
                            .isEqualTo(guess);
                }
            }
        }
        assertThatThrownBy(() -> controller.mask(new byte[RemoteMask.LONGEST + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void when_a_line_is_shown_does_not_tell_whether_a_secret_could_begin_in_it() throws IOException {
        mask.learn("approle", SECRET);
        List<List<Integer>> courses = new ArrayList<>();
        for (String guess : List.of(SECRET.substring(0, 20), "never-part-of-secret")) {
            console.reset();
            List<Integer> course = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                write("! " + guess + "\n");
                course.add(console.size());
                look();
                course.add(console.size());
            }
            courses.add(course);
        }
        assertThat(courses.get(0)).isEqualTo(courses.get(1));
    }

    @Test
    void what_the_controller_cannot_be_asked_to_mask_is_left_out_and_the_log_says_so() throws IOException {
        AgentLog alone = new AgentLog(
                console,
                text -> {
                    throw new IllegalStateException("the channel is closed");
                },
                MARK,
                later::add);
        for (String text : List.of("a line with a ", "secret in it\n", "another\n")) {
            alone.write(bytes(text));
            later.forEach(Runnable::run);
            later.clear();
        }
        alone.close();

        assertThat(shown()).isEqualTo(MARK + "\n");
    }

    private void look() {
        later.remove().run();
    }

    private void write(String text) throws IOException {
        log.write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
