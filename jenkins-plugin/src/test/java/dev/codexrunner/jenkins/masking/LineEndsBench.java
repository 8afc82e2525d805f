package dev.codexrunner.jenkins.masking;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What looking at the end of each line costs, against its definition, and the whole mask: medians of one run, for lines and
 * tokens of several lengths. Run by hand, with the plain pom's test classes: {@code java -cp ... LineEndsBench}.
 */
final class LineEndsBench {

    private static final int ROUNDS = 5;
    private static final int[] TOKENS = {1500, 2500};
    private static final int[] WIDTHS = {100, 1000, 10_000};
    private static final int SECRETS = 4;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Random random = new Random(1);

    private LineEndsBench() {}

    /** What one line costs. */
    private record Cost(double microseconds, double kilobytes) {
        @Override
        public String toString() {
            return "%.2f us %.1f kB".formatted(microseconds, kilobytes);
        }
    }

    private interface Work {
        void on(int lines) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        new LineEndsBench().run();
    }

    private void run() throws IOException {
        for (int token : TOKENS) {
            for (int secrets : new int[] {1, SECRETS}) {
                for (int width : WIDTHS) {
                    measure(token, secrets, width);
                }
            }
        }
    }

    private void measure(int token, int secrets, int width) throws IOException {
        LineEnds lineEnds = new LineEnds();
        LogMask mask = new LogMask();
        IntStream.range(0, secrets).mapToObj(any -> "eyJ" + text(token - 3)).forEach(secret -> {
            lineEnds.learn(secret);
            mask.learn("token", secret);
        });
        String line = line(width);
        String end = line.substring(Math.max(0, line.length() - LineEnds.LONGEST_LINE));
        Cost defined =
                median(100_000 / width, lines -> each(lines, end, it -> BegunByDefinition.begun(it, lineEnds.forms())));
        Cost looked = median(4_000_000 / width, lines -> each(lines, end, lineEnds::begun));
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Cost whole = median(1_000_000 / width, lines -> {
            try (OutputStream log = mask.masking(OutputStream.nullOutputStream())) {
                for (int i = 0; i < lines; i++) {
                    log.write(bytes);
                }
            }
        });
        System.out.printf(
                "%d x %d-character token, line of %d: by definition %s; in one pass %s (%.0f times less); whole mask %s%n",
                secrets, token, width, defined, looked, defined.microseconds / looked.microseconds, whole);
    }

    private static void each(int lines, String line, ToIntFunction<String> work) {
        int sum = 0;
        for (int i = 0; i < lines; i++) {
            sum += work.applyAsInt(line);
        }
        if (sum < 0) {
            throw new IllegalStateException("Never, but the work must not be optimized away.");
        }
    }

    private static Cost median(int lines, Work work) throws IOException {
        work.on(lines);
        Cost[] costs = new Cost[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long allocated =
                    THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long started = System.nanoTime();
            work.on(lines);
            costs[round] = new Cost(
                    (System.nanoTime() - started) / 1e3 / lines,
                    (THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated) / 1024.0 / lines);
        }
        Arrays.sort(costs, Comparator.comparingDouble(Cost::microseconds));
        return costs[ROUNDS / 2];
    }

    private String line(int width) {
        StringBuilder line = new StringBuilder();
        while (line.length() < width) {
            line.append("word").append(random.nextInt(1000)).append(' ');
        }
        line.setLength(width - 1);
        return line.append('\n').toString();
    }

    private String text(int length) {
        return random.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
