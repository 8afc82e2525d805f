package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret as common tools print it, each written out by the tool's own rules. */
class ToolOutputTest {

    private static final String SECRET = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sA";
    private static final byte[] BYTES = SECRET.getBytes(StandardCharsets.US_ASCII);

    @TestFactory
    Stream<DynamicTest> nothing_of_it_stays_at_any_split() {
        return outputs().entrySet().stream()
                .map(output -> DynamicTest.dynamicTest(output.getKey(), () -> assertMasked(output.getValue())));
    }

    private static void assertMasked(String output) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", SECRET));
        String redacted = redactor.redact(output);
        assertThat(redacted).contains("[redacted:db]");
        assertThat(redacted.replace("[redacted:db]", "")).hasSizeLessThan(output.length() / 3);
        for (int split = 0; split <= output.length(); split++) {
            assertThat(Streams.split(redactor, output, split)).isEqualTo(redacted);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cmd with carets, kX9&mQ2|vL7>pR4w, kX9^&mQ2^|vL7^>pR4w",
        "escape() of JavaScript, kX9&mQ2|vL7éR4w, kX9%u0026mQ2%u007CvL7%u00e9R4w",
        "blanks that do not break a line, kX9&mQ2 vL7 pR4w, kX9&mQ2\u00a0vL7\u00a0pR4w",
        "pieces joined by them, kX9&mQ2|vL7>pR4w, kX9&mQ2\u00a0|vL7\u00a0>pR4w",
        "other signs that begin as they do, kX9£mQ2|vL7>pR4w, kX9£mQ2|\u00a0vL7>pR4w"
    })
    void a_password_is_masked_as_it_is_written_by(String tool, String password, String written) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", password));

        assertThat(redactor.redact("<" + written + "> ")).as(tool).isEqualTo("<[redacted:db]> ");
        for (int split = 0; split <= written.getBytes(StandardCharsets.UTF_8).length; split++) {
            assertThat(Streams.split(redactor, written, split)).isEqualTo("[redacted:db]");
        }
    }

    private static Map<String, String> outputs() {
        Map<String, String> outputs = new TreeMap<>();
        outputs.put("base32", "NNMDS3KRGJ3EYN3QKI2HOVBYPJBDG3SEGZUEUMLDIY2WOWJQONAQ====");
        outputs.put("code points in braces", each("\\u{%x}", ""));
        outputs.put("eight digits", each("\\U%08x", ""));
        outputs.put("octal escapes", each("\\%03o", ""));
        outputs.put("decimal numbers, at the end of the stream", each("%d", " "));
        outputs.put(
                "od -c",
                "0000000 " + each("  %c", " ").substring(0, 63) + "\n0000020 "
                        + each("  %c", " ").substring(64));
        outputs.put("hexdump, words", "0000000 " + words("%02x%02x", 0) + "\n0000010 " + words("%02x%02x", 16) + "\n");
        outputs.put("cat -n", "     1\t" + SECRET.substring(0, 16) + "\n     2\t" + SECRET.substring(16) + "\n");
        return outputs;
    }

    private static String each(String format, String between) {
        StringBuilder written = new StringBuilder();
        for (byte each : BYTES) {
            Object shown = format.endsWith("c") ? (Object) (char) each : (Object) (int) each;
            written.append(written.length() == 0 ? "" : between).append(String.format(format, shown));
        }
        return written.toString();
    }

    private static String words(String format, int from) {
        StringBuilder written = new StringBuilder();
        for (int i = from; i < from + 16; i += 2) {
            written.append(i == from ? "" : " ").append(String.format(format, BYTES[i + 1], BYTES[i]));
        }
        return written.toString();
    }
}
