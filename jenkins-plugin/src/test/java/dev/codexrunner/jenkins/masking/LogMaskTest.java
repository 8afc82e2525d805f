package dev.codexrunner.jenkins.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogMaskTest {

    private static final String SECRET = "Zq7\"x/Kp+2mV\\9tRw%4bN8sJ";
    private static final String MASK = "[redacted:vault-secret-id]";
    private static final String KEY_FILE = "first-line-of-it-7Gk2\nsecond line: p0Qz!x\nthird-one-Lm5Wq8";

    private final LogMask mask = new LogMask();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private record Form(String name, UnaryOperator<String> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form("as it is", text -> text),
                new Form("base64", text -> base64("", text)),
                new Form("base64 behind one byte", text -> base64("a", text)),
                new Form("base64 behind two bytes", text -> base64("ab", text)),
                new Form("base64 for URLs", text -> Base64.getUrlEncoder().encodeToString(bytes(text))),
                new Form("hexadecimal", text -> HexFormat.of().formatHex(bytes(text))),
                new Form(
                        "hexadecimal in capitals",
                        text -> HexFormat.of().withUpperCase().formatHex(bytes(text))),
                new Form("percent", LogMaskTest::percent),
                new Form(
                        "JSON",
                        text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_form_of_a_secret_is_shown(Form form) throws IOException {
        mask.learn("vault-secret-id", SECRET);
        write("curl -d '" + form.of.apply(SECRET) + "' https://example.com\ndone\n");
        assertThat(shown()).contains(MASK).endsWith("done\n").doesNotContain(piecesOf(form.of.apply(SECRET)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void no_form_is_shown_however_it_is_cut_into_writes(Form form) throws IOException {
        mask.learn("vault-secret-id", SECRET);
        byte[] text = bytes("before " + form.of.apply(SECRET) + " after\n");
        for (int cut = 1; cut < text.length; cut++) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (OutputStream masking = mask.masking(target)) {
                masking.write(text, 0, cut);
                masking.flush();
                masking.write(text, cut, text.length - cut);
            }
            assertThat(text(target))
                    .as("cut at %d", cut)
                    .contains(MASK)
                    .doesNotContain(piecesOf(form.of.apply(SECRET)));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void of_a_form_that_is_broken_into_lines_only_the_first_letters_are_shown(Form form) throws IOException {
        mask.learn("vault-secret-id", SECRET);
        String encoded = form.of.apply(SECRET);
        int tried = 0;
        for (int at = 1; at < encoded.length(); at++) {
            String first = "x " + encoded.substring(0, at) + "\n";
            String second = encoded.substring(at) + "\nrest\n";
            if (!mask.mask(first + second).contains(MASK)) {
                // Within a byte: no tool breaks there.
                continue;
            }
            tried++;
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (OutputStream masking = mask.masking(target)) {
                masking.write(bytes(first));
                masking.write(bytes(second));
            }
            assertThat(text(target)).as("broken at %d", at).contains(MASK).endsWith("rest\n");
            assertThat(encoded.length() - longestShown(encoded, text(target)))
                    .as("broken at %d: %s", at, text(target))
                    .isGreaterThan(encoded.length() - 10);
        }
        assertThat(tried).isGreaterThan(encoded.length() / 3);
    }

    @Test
    void each_line_of_a_secret_with_lines_is_masked() throws IOException {
        mask.learn("deploy-key", KEY_FILE);
        write(KEY_FILE + "\n");
        write("and alone: second line: p0Qz!x.\n");
        assertThat(shown()).doesNotContain("7Gk2", "p0Qz!x", "Lm5Wq8").contains("[redacted:deploy-key]", "and alone:");
    }

    @Test
    void a_secret_in_base64_over_lines_of_76_columns_is_masked() throws IOException {
        mask.learn("deploy-key", KEY_FILE.repeat(4));
        String encoded = Base64.getMimeEncoder(76, bytes("\n")).encodeToString(bytes(KEY_FILE.repeat(4)));
        write("cat key | base64\n" + encoded + "\nok\n");
        assertThat(shown())
                .contains("[redacted:deploy-key]")
                .endsWith("ok\n")
                .doesNotContain(encoded.lines()
                        .filter(line -> line.length() >= 12)
                        .map(line -> line.substring(0, 12))
                        .toArray(String[]::new));
    }

    @Test
    void a_line_is_shown_when_it_is_complete() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        OutputStream masking = mask.masking(log);
        for (String line : new String[] {
            "Started by user admin\n",
            "+ echo hello\n",
            "hello\n",
            "Zq7\n",
            "sha256:0f1e2d3c4b5a6978 abc\n",
            "übung – größe\n",
            "\n"
        }) {
            log.reset();
            masking.write(bytes(line));
            assertThat(text(log)).isEqualTo(line);
        }
    }

    @Test
    void a_line_that_ends_like_the_beginning_of_a_secret_waits_for_the_next_one() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        OutputStream masking = mask.masking(log);
        masking.write(bytes("it is " + SECRET.substring(0, 9) + "\n"));
        assertThat(text(log)).isEmpty();
        masking.write(bytes("no, it is not.\n"));
        assertThat(text(log)).isEqualTo("it is " + SECRET.substring(0, 9) + "\nno, it is not.\n");
    }

    @Test
    void a_line_is_never_torn() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        List<String> written = new ArrayList<>();
        OutputStream masking = mask.masking(new OutputStream() {
            @Override
            public void write(int value) {
                written.add(String.valueOf((char) value));
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        });
        for (String line : List.of("url=run/6fcef98d-5e77-4869-9da2-18925de94015/", "end Zq7", "plain")) {
            masking.write(bytes(line));
            masking.write('\n');
        }
        assertThat(written).allSatisfy(each -> assertThat(each).endsWith("\n"));
        assertThat(String.join("", written)).endsWith("end Zq7\nplain\n");
    }

    @Test
    void lines_are_passed_on_when_asked_for_and_what_goes_on_with_a_secret_is_masked_all_the_same() throws IOException {
        String secret = IntStream.range(0, 6)
                .mapToObj(part -> SECRET.substring(part) + part * 7919)
                .collect(Collectors.joining());
        mask.learn("vault-secret-id", secret);
        List<String> encoded =
                base64("", secret).replaceAll("(.{40})", "$1\n").lines().toList();
        for (int at = 1; at < encoded.size(); at++) {
            log.reset();
            try (MaskingStream masking = mask.masking(log)) {
                masking.write(bytes("begin\n" + String.join("\n", encoded.subList(0, at)) + "\n"));
                masking.passOnLines();
                String shown = text(log);
                assertThat(shown).startsWith("begin\n").endsWith("\n");
                masking.write(bytes(String.join("\n", encoded.subList(at, encoded.size())) + "\nend\n"));
                assertThat(text(log)).startsWith(shown);
            }
            assertThat(text(log))
                    .as("passed on after line %d", at)
                    .endsWith("\nend\n")
                    .contains(MASK)
                    .doesNotContain(encoded.subList(at, encoded.size()).toArray(String[]::new));
        }
    }

    @Test
    void a_line_without_an_end_is_shown_in_pieces_and_kept_in_bounds() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        MaskingStream masking = mask.masking(log);
        String piece = "0123456789 and so on, ".repeat(50);
        for (int i = 0; i < 1000; i++) {
            masking.write(bytes(piece));
            masking.passOnLines();
        }
        assertThat(log.size()).isGreaterThan(900 * piece.length());
        masking.write(bytes(SECRET + "\nnext " + SECRET + "\n"));
        masking.close();
        assertThat(text(log)).endsWith(MASK + "\nnext " + MASK + "\n");
        assertThat(log.size()).isEqualTo(1000 * piece.length() + bytes(MASK + "\nnext " + MASK + "\n").length);
    }

    @Test
    void what_waits_is_bounded() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        OutputStream masking = mask.masking(log);
        for (int i = 0; i < 3 * MaskedLog.MOST_LINES; i++) {
            masking.write(bytes("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n"));
        }
        assertThat(text(log).lines()).hasSizeGreaterThanOrEqualTo(2 * MaskedLog.MOST_LINES);
    }

    @Test
    void a_secret_learned_while_the_log_is_open_is_masked_from_then_on() throws IOException {
        OutputStream masking = mask.masking(log);
        masking.write(bytes("nothing yet\n"));
        mask.learn("vault-secret-id", SECRET);
        masking.write(bytes("now " + SECRET + "\n"));
        assertThat(text(log)).isEqualTo("nothing yet\nnow " + MASK + "\n");
    }

    @Test
    void a_secret_too_short_to_be_masked_is_told_by_name() {
        mask.learn("pin", "1234");
        assertThat(mask.notices()).singleElement().asString().contains("pin").doesNotContain("1234");
    }

    @Test
    void a_text_without_secrets_comes_out_byte_for_byte_whatever_its_writes() throws IOException {
        mask.learn("vault-secret-id", SECRET);
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            text.append((char) (random.nextInt(12) == 0 ? '\n' : ' ' + random.nextInt(95)));
        }
        byte[] all = bytes(text.toString() + "\u001B[8mha:AAAA\u001B[0mno line end at the end");
        try (MaskingStream masking = mask.masking(log)) {
            for (int at = 0; at < all.length; ) {
                if (random.nextInt(5) == 0) {
                    masking.passOnLines();
                }
                int length = Math.min(all.length - at, random.nextInt(40));
                masking.write(all, at, length);
                at += length;
            }
        }
        assertThat(log.toByteArray()).isEqualTo(all);
    }

    private void write(String text) throws IOException {
        OutputStream masking = mask.masking(log);
        masking.write(bytes(text));
        masking.flush();
    }

    private String shown() {
        return text(log);
    }

    /** Every stretch of it that would give it away. */
    private static String[] piecesOf(String encoded) {
        int length = 10;
        return Stream.iterate(0, at -> at + length <= encoded.length(), at -> at + 1)
                .map(at -> encoded.substring(at, at + length))
                .toArray(String[]::new);
    }

    private static int longestShown(String encoded, String shown) {
        int longest = 0;
        for (int from = 0; from < encoded.length(); from++) {
            while (from + longest < encoded.length() && shown.contains(encoded.substring(from, from + longest + 1))) {
                longest++;
            }
        }
        return longest;
    }

    private static String base64(String before, String text) {
        return Base64.getEncoder().encodeToString(bytes(before + text));
    }

    private static String percent(String text) {
        StringBuilder percent = new StringBuilder();
        for (byte each : bytes(text)) {
            percent.append(Character.isLetterOrDigit(each) ? String.valueOf((char) each) : "%%%02X".formatted(each));
        }
        return percent.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
