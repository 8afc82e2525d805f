package dev.codexrunner.jenkins.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.masking.LogMask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentLogTest {

    private static final String SECRET = "3f1c8a52-77d0-4c1e-9a4b-secret-id-0001";

    private static final String MARK = "[left out]";

    private final LogMask mask = new LogMask();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final AgentLog log =
            new AgentLog(console, new MaskForAgents(() -> Optional.of(mask::masking)), MARK, later::add);

    @Test
    void the_controller_masks_what_an_agent_writes() throws IOException {
        mask.learn("approle", SECRET);
        write("one " + SECRET.substring(0, 9));
        write(SECRET.substring(9) + " two\n");
        log.close();

        assertThat(shown()).startsWith("one [redacted:").endsWith(" two\n").doesNotContain(SECRET);
    }

    @Test
    void a_secret_that_the_build_gets_later_is_masked_too() throws IOException {
        write("first\n");
        mask.learn("approle", SECRET);
        write("then " + SECRET + "\n");
        log.close();

        assertThat(shown()).startsWith("first\nthen [redacted:");
    }

    @Test
    void what_is_held_back_comes_after_a_quiet_second() throws IOException {
        mask.learn("approle", SECRET);
        write("waiting " + SECRET.substring(0, 10));
        log.flush();
        later.remove().run();

        assertThat(shown()).isEqualTo("waiting " + SECRET.substring(0, 10));
    }

    @Test
    void what_the_controller_cannot_be_asked_to_mask_is_left_out_and_the_log_says_so() throws IOException {
        AgentLog alone = new AgentLog(
                console,
                new RemoteMask() {
                    @Override
                    public int open() {
                        throw new IllegalStateException("the channel is closed");
                    }

                    @Override
                    public MaskedText mask(int stream, byte[] text, boolean last) {
                        throw new IllegalStateException("the channel is closed");
                    }
                },
                MARK,
                later::add);
        for (String text : List.of("a line with a ", "secret in it\n", "another\n")) {
            alone.write(text.getBytes(StandardCharsets.UTF_8));
            alone.flush();
        }
        alone.close();

        assertThat(shown()).isEqualTo(MARK + "\n");
    }

    private void write(String text) throws IOException {
        log.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
