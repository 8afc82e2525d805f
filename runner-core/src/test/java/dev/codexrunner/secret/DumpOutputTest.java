package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A secret as od, hexdump and xxd dump it, with a word before it: what they printed, taken down. */
class DumpOutputTest {

    private static final String SECRET = "kX9mQ2vL7pR4wT8zB3nD6hJ1cF5gY0sA";

    @TestFactory
    Stream<DynamicTest> nothing_of_it_stays_in_digits_or_text_at_any_split() {
        return dumps().entrySet().stream()
                .map(dump -> DynamicTest.dynamicTest(dump.getKey(), () -> assertMasked(dump.getValue())));
    }

    private static void assertMasked(String dump) {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", SECRET));
        String redacted = redactor.redact(dump);
        String left = redacted.replace("[redacted:db]", "");
        assertThat(redacted).contains("[redacted:db]");
        assertThat(left).hasSizeLessThan(dump.length() / 3).doesNotContain("0sA", "30 73 41", "00417330", "29488");
        for (int split = 0; split <= dump.length(); split++) {
            assertThat(Streams.split(redactor, dump, split)).isEqualTo(redacted);
        }
    }

    private static Map<String, String> dumps() {
        Map<String, String> dumps = new TreeMap<>();
        dumps.put("od -t x4", """
                0000000 6b207770 516d3958 374c7632 77345270
                0000020 427a3854 36446e33 63314a68 59673546
                0000040 00417330
                0000043
                """);
        dumps.put("od -t x8", """
                0000000 516d39586b207770 77345270374c7632
                0000020 36446e33427a3854 5967354663314a68
                0000040 0000000000417330
                0000043
                """);
        dumps.put("od -t u2", """
                0000000 30576 27424 14680 20845 30258 14156 21104 30516
                0000020 14420 17018 28211 13892 19048 25393 13638 22887
                0000040 29488    65
                0000043
                """);
        dumps.put("od -t d4", """
                0000000  1797289840  1366112600   927757874  1999917680
                0000020  1115306068   910454323  1664174696  1499936070
                0000040     4289328
                0000043
                """);
        dumps.put("od -t u8", """
                0000000  5867408941450819440  8589581031219951154
                0000020  3910371542902126676  6442176368404941416
                0000040              4289328
                0000043
                """);
        dumps.put("od -t x1z", """
                0000000 70 77 20 6b 58 39 6d 51 32 76 4c 37 70 52 34 77  >pw kX9mQ2vL7pR4w<
                0000020 54 38 7a 42 33 6e 44 36 68 4a 31 63 46 35 67 59  >T8zB3nD6hJ1cF5gY<
                0000040 30 73 41                                         >0sA<
                0000043
                """);
        dumps.put("od -t x4z", """
                0000000 6b207770 516d3958 374c7632 77345270  >pw kX9mQ2vL7pR4w<
                0000020 427a3854 36446e33 63314a68 59673546  >T8zB3nD6hJ1cF5gY<
                0000040 00417330                             >0sA<
                0000043
                """);
        dumps.put("hexdump -C", """
                00000000  70 77 20 6b 58 39 6d 51  32 76 4c 37 70 52 34 77  |pw kX9mQ2vL7pR4w|
                00000010  54 38 7a 42 33 6e 44 36  68 4a 31 63 46 35 67 59  |T8zB3nD6hJ1cF5gY|
                00000020  30 73 41                                          |0sA|
                00000023
                """);
        dumps.put("hexdump", """
                0000000 7770 6b20 3958 516d 7632 374c 5270 7734
                0000010 3854 427a 6e33 3644 4a68 6331 3546 5967
                0000020 7330 0041
                0000023
                """);
        dumps.put("xxd", """
                00000000: 7077 206b 5839 6d51 3276 4c37 7052 3477  pw kX9mQ2vL7pR4w
                00000010: 5438 7a42 336e 4436 684a 3163 4635 6759  T8zB3nD6hJ1cF5gY
                00000020: 3073 41                                  0sA
                """);
        dumps.put("xxd -e", """
                00000000: 6b207770 516d3958 374c7632 77345270  pw kX9mQ2vL7pR4w
                00000010: 427a3854 36446e33 63314a68 59673546  T8zB3nD6hJ1cF5gY
                00000020:   417330                             0sA
                """);
        return dumps;
    }
}
