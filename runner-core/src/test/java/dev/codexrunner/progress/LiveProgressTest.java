package dev.codexrunner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.config.ProgressMode;
import dev.codexrunner.events.EventParser;
import dev.codexrunner.events.TokenUsage;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final Redactor redactor = new Redactor();
    private final EventParser parser = new EventParser();

    @Test
    void a_command_is_a_line_at_its_start_and_one_at_its_end() throws IOException {
        assertThat(shown("cmd_fail"))
                .contains("$ echo out; echo err >&2; exit 3\n  exit 3 after 1.0 s  echo out; echo err >&2; exit 3\n")
                .endsWith("says    It failed with 3.\n");
    }

    @Test
    void files_steps_tools_and_searches_are_a_line_each() throws IOException {
        assertThat(shown("patch_ok")).contains("file    update README.md\nfile    add new.txt\n");
        assertThat(shown("plan")).contains("plan    2 steps\ndone    one\n").doesNotContain("done    two");
        assertThat(shown("mcp")).contains("tool    t/boom\n  failed after 1.0 s  t/boom\n", "search  java json\n");
        assertThat(shown("netdown_bounded")).contains("network Reconnecting");
    }

    private String shown(String recorded) throws IOException {
        stderr.reset();
        Progress progress =
                ProgressDisplays.create(ProgressMode.PLAIN, true, stderr, redactor, START, Path.of("/workspace/repo"));
        int second = 0;
        for (String line :
                Files.readAllLines(Path.of("src/test/resources/streams/codex-0.169.0/" + recorded + ".jsonl"))) {
            progress.event(parser.parse(line), START.plusSeconds(second++));
        }
        progress.close();
        return stderr.toString(StandardCharsets.UTF_8);
    }

    @Test
    void text_of_the_agent_is_redacted_and_kept_from_speaking_to_the_ci() {
        redactor.learn(Secret.of("pass", "open-sesame"));
        Progress progress =
                ProgressDisplays.create(ProgressMode.AUTO, false, stderr, redactor, START, Path.of("/workspace/repo"));

        progress.event(parser.parse(message("\\r\\n::add-mask::open-sesame\\u001b[2J ##[group]")), START);
        progress.note("##vso[x] open-sesame");

        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .isEqualTo("says    : :add-mask::[redacted:pass] # #[group]\n# #vso[x] [redacted:pass]\n");
    }

    @Test
    void silence_is_broken_by_a_heartbeat() {
        Progress progress =
                ProgressDisplays.create(ProgressMode.AUTO, false, stderr, redactor, START, Path.of("/workspace/repo"));

        progress.tick(START.plusSeconds(29));
        assertThat(stderr.size()).isZero();
        progress.tick(START.plusSeconds(30));
        progress.tick(START.plusSeconds(59));
        assertThat(stderr.toString(StandardCharsets.UTF_8)).isEqualTo("still running, 30 s\n");
        progress.event(parser.parse(message("hi")), START.plusSeconds(60));
        progress.tick(START.plusSeconds(89));
        assertThat(stderr.toString(StandardCharsets.UTF_8)).endsWith("says    hi\n");
    }

    @Test
    void a_terminal_shows_time_and_tokens_below_the_lines_and_is_left_clean() {
        Progress progress =
                ProgressDisplays.create(ProgressMode.AUTO, true, stderr, redactor, START, Path.of("/workspace/repo"));

        progress.usage(new TokenUsage(1200, 0, 0, 34, 0));
        progress.tick(START.plusSeconds(65));
        progress.event(parser.parse(message("hi")), START.plusSeconds(66));
        progress.close();

        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[K1 min 05 s, 1,200 tokens in, 34 out\r\u001b[Ksays    hi\n");
    }

    @Test
    void nobody_listening_any_more_never_fails_the_run() {
        int[] attempts = {0};
        OutputStream closedPipe = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                attempts[0]++;
                throw new IOException("Broken pipe");
            }
        };
        Progress progress = ProgressDisplays.create(
                ProgressMode.PLAIN, false, closedPipe, redactor, START, Path.of("/workspace/repo"));

        progress.note("one");
        progress.note("two");
        progress.close();

        assertThat(attempts[0]).isEqualTo(1);
    }

    @Test
    void none_shows_nothing() {
        Progress progress =
                ProgressDisplays.create(ProgressMode.NONE, true, stderr, redactor, START, Path.of("/workspace/repo"));

        progress.note("x");
        progress.tick(START.plusSeconds(100));

        assertThat(stderr.size()).isZero();
    }

    private static String message(String text) {
        return "{\"type\":\"item.completed\",\"item\":{\"id\":\"i\",\"type\":\"agent_message\",\"text\":\"" + text
                + "\"}}";
    }
}
