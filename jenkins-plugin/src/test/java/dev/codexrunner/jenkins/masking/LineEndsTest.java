package dev.codexrunner.jenkins.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One pass over a line tells what trying each beginning of each form tells. */
class LineEndsTest {

    private static final int ROUNDS = 300;
    private static final int LINES = 40;
    private static final String BETWEEN = " \t\"'\u000B";

    private final Random random = new Random(20_261_121);

    @Test
    void a_line_ends_with_the_beginnings_that_it_ends_with_by_definition() {
        int begun = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Few letters, so that texts begin within each other.
            int letters = 2 + random.nextInt(round % 3 == 0 ? 60 : 3);
            LineEnds lineEnds = new LineEnds();
            List<String> secrets = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(any -> text(letters, LineEnds.FEWEST + 1 + random.nextInt(40)))
                    .toList();
            secrets.forEach(lineEnds::learn);
            for (int i = 0; i < LINES; i++) {
                String line = line(letters, lineEnds.forms());
                int expected = BegunByDefinition.begun(line, lineEnds.forms());
                assertThat(lineEnds.begun(line)).as("%s of %s", line, secrets).isEqualTo(expected);
                begun += expected > 0 ? 1 : 0;
            }
        }
        // Not by chance of secrets that never begin.
        assertThat(begun).isGreaterThan(ROUNDS * LINES / 4);
    }

    @Test
    void a_secret_learned_later_counts_too() {
        LineEnds lineEnds = new LineEnds();
        lineEnds.learn("first-secret");
        assertThat(lineEnds.begun("it is first-sec\n")).isEqualTo("first-sec\n".length());
        assertThat(lineEnds.begun("it is other-sec\n")).isZero();
        lineEnds.learn("other-secret");
        assertThat(lineEnds.begun("it is other-sec\n")).isEqualTo("other-sec\n".length());
        assertThat(lineEnds.begun("it is first-sec\n")).isEqualTo("first-sec\n".length());
    }

    @Test
    void of_a_secret_longer_than_a_line_the_beginning_counts() {
        String secret = text(60, 3 * LineEnds.LONGEST_LINE);
        LineEnds lineEnds = new LineEnds();
        lineEnds.learn(secret);
        assertThat(lineEnds.begun(secret.substring(0, LineEnds.LONGEST_LINE))).isEqualTo(LineEnds.LONGEST_LINE);
        assertThat(lineEnds.begun("no " + secret.substring(0, 1500) + "\n")).isEqualTo(1501);
    }

    @Test
    void looking_at_a_line_makes_no_garbage() {
        LineEnds lineEnds = new LineEnds();
        lineEnds.learn(text(60, 1500));
        String line = line(60, lineEnds.forms()).repeat(30);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int sum = lineEnds.begun(line);
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 1000; i++) {
            sum += lineEnds.begun(line);
        }
        // Some of it is the measurement's own; one string for each line were more than ten times as much.
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
        assertThat(sum).isNotNegative();
    }

    /** Now and then with a form's beginning at its end, broken up by blanks and quotes. */
    private String line(int letters, List<String> forms) {
        StringBuilder line = new StringBuilder(text(letters, random.nextInt(30)));
        if (random.nextBoolean()) {
            String form = forms.get(random.nextInt(forms.size()));
            line.append(form, 0, random.nextInt(form.length() + 1));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            line.insert(random.nextInt(line.length() + 1), BETWEEN.charAt(random.nextInt(BETWEEN.length())));
        }
        return line.append(random.nextBoolean() ? "\n" : "\r\n").toString();
    }

    private String text(int letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('A' + random.nextInt(letters)));
        }
        return text.toString();
    }
}
