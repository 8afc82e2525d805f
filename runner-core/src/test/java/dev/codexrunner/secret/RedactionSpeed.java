package dev.codexrunner.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Measures how many megabytes pass the redactor in a second of one core's time: {@code java -cp ... RedactionSpeed [MEGABYTES]}. */
final class RedactionSpeed {

    private static final int BLOCK = 8 * 1024;
    private static final int ROUNDS = 3;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private RedactionSpeed() {}

    public static void main(String[] args) throws IOException {
        int megabytes = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        Redactor redactor = new Redactor();
        Random random = new Random(1);
        redactor.learn(
                Secret.of("token", "eyJ" + text(random, 60) + "." + text(random, 1200) + "." + text(random, 342)));
        redactor.learn(Secret.of("vault", "hvs." + text(random, 24)));
        redactor.learn(Secret.of("database", "p/a+s'w\"o$r`d"));
        for (Map.Entry<String, String> sample : samples(random).entrySet()) {
            byte[] bytes = sample.getValue().getBytes(StandardCharsets.UTF_8);
            double best = 0;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.max(best, megabytesPerSecond(redactor, bytes, megabytes));
            }
            System.out.printf(Locale.ROOT, "%-12s %6.1f MB/s%n", sample.getKey(), best);
        }
    }

    private static double megabytesPerSecond(Redactor redactor, byte[] sample, int megabytes) throws IOException {
        long start = CPU.getCurrentThreadCpuTime();
        long done = 0;
        try (OutputStream stream = redactor.redacting(OutputStream.nullOutputStream())) {
            while (done < megabytes * 1_000_000L) {
                for (int offset = 0; offset < sample.length; offset += BLOCK) {
                    stream.write(sample, offset, Math.min(BLOCK, sample.length - offset));
                }
                done += sample.length;
            }
        }
        return done / 1e6 / ((CPU.getCurrentThreadCpuTime() - start) / 1e9);
    }

    private static Map<String, String> samples(Random random) {
        Map<String, String> samples = new TreeMap<>();
        samples.put(
                "log",
                "2026-11-21T06:45:49Z INFO [main] dev.codexrunner.run: reading 42 files of the workspace\n"
                        .repeat(999));
        samples.put(
                "java",
                "        return shapes.stream().filter(shape -> shape.fits(word, length)).findFirst();\n".repeat(999));
        samples.put(
                "json",
                "{\"type\":\"item.completed\",\"item\":{\"text\":\"a\\n\\tb \\\"c\\\" \\u00e9\"}}\n".repeat(999));
        byte[] image = new byte[90_000];
        random.nextBytes(image);
        samples.put("base64", Base64.getMimeEncoder().encodeToString(image));
        return samples;
    }

    private static String text(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }
}
