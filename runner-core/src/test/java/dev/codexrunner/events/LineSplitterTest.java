package dev.codexrunner.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<StreamLine> lines = new ArrayList<>();

    private List<String> split(int maxLineBytes, byte[] bytes) {
        try (LineSplitter splitter = new LineSplitter(maxLineBytes, lines::add)) {
            splitter.write(bytes, 0, bytes.length);
        }
        return lines.stream().map(StreamLine::text).toList();
    }

    @Test
    void only_the_line_feed_ends_a_line() {
        assertThat(split(100, "a\u2028b\u0085c\rd\ne\r\n\nf".getBytes(UTF_8)))
                .containsExactly("a\u2028b\u0085c\rd", "e", "f");
    }

    @Test
    void a_line_beyond_the_bound_is_cut_and_counted() {
        split(10, ("0123456789\n0123456789\r\n" + "x".repeat(50_000) + "\nend\n").getBytes(UTF_8));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).truncated()).isFalse();
        assertThat(lines.get(1)).isEqualTo(lines.get(0));
        assertThat(lines.get(2).truncated()).isTrue();
        assertThat(lines.get(2).length()).isEqualTo(50_000);
        assertThat(lines.get(3).text()).isEqualTo("end");
    }

    @Test
    void invalid_utf_8_is_replaced_and_told() {
        split(10, new byte[] {'a', (byte) 0xFF, 'b', '\n', 'c'});

        assertThat(lines)
                .containsExactly(new StreamLine("a\uFFFDb", 3, false, false), new StreamLine("c", 1, false, true));
    }

    @Test
    void the_result_does_not_depend_on_how_the_stream_was_cut() {
        byte[] bytes = "{\"a\":\"é\u2028😀\"}\r\nsecond\n\nthird, longer than the bound\nlast".getBytes(UTF_8);
        split(20, bytes);
        List<StreamLine> whole = List.copyOf(lines);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            lines.clear();
            try (LineSplitter splitter = new LineSplitter(20, lines::add)) {
                for (int at = 0; at < bytes.length; ) {
                    int count = Math.min(bytes.length - at, random.nextInt(6));
                    splitter.write(bytes, at, count);
                    at += count;
                }
            }
            assertThat(lines).isEqualTo(whole);
        }
    }

    @Test
    void a_bound_below_one_byte_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineSplitter(0, lines::add));
        assertThat(split(1, "a\nbc\n".getBytes(UTF_8))).containsExactly("a", "bc");
        assertThat(lines.get(1).truncated()).isTrue();
    }

    @Test
    void single_bytes_make_a_line_too() {
        try (LineSplitter splitter = new LineSplitter(10, lines::add)) {
            "a\nb".chars().forEach(splitter::write);
            assertThat(lines).containsExactly(new StreamLine("a", 1, false, true));
        }
        assertThat(lines).endsWith(new StreamLine("b", 1, false, true));
    }

    @Test
    void a_line_of_many_pieces_outgrows_every_buffer_and_stays_whole() {
        StringBuilder expected = new StringBuilder();
        try (LineSplitter splitter = new LineSplitter(lines::add)) {
            for (int piece = 0; piece < 3_000; piece++) {
                String text = "piece " + piece + " of a long line, ".repeat(piece % 50);
                expected.append(text);
                splitter.write(text.getBytes(UTF_8), 0, text.length());
            }
            splitter.write('\n');
            splitter.write("next".getBytes(UTF_8), 0, 4);
        }
        assertThat(lines).extracting(StreamLine::text).containsExactly(expected.toString(), "next");
    }

    @Test
    void of_a_line_that_is_cut_only_its_head_is_kept() {
        split(100_000, "x".repeat(100_001).getBytes(UTF_8));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).text()).hasSize(4_096);
        assertThat(lines.get(0).length()).isEqualTo(100_001);
    }
}
