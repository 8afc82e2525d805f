package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The redactor in a process of its own with a small heap. No mutant is in there: mutation testing leaves it out. */
class LittleMemoryTest {

    @Test
    void a_heap_of_64_MB_has_room_for_a_file_and_hundreds_of_keys() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InLittleMemory.class.getName(),
                        "700")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEqualTo("masked");
        assertThat(java.waitFor()).isZero();
    }

    /** A megabyte in one secret, hundreds of others, and what is looked for made twice. */
    static final class InLittleMemory {

        private InLittleMemory() {}

        public static void main(String[] arguments) throws IOException {
            Random random = new Random(20261121);
            Redactor redactor = new Redactor();
            String large = ManySecretsTest.letters(random, 1 << 20);
            redactor.learn(Secret.of("large", large));
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
                redactor.learn(Secret.of("uuid", new UUID(random.nextLong(), random.nextLong()).toString()));
            }
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (OutputStream stream = redactor.redacting(target)) {
                stream.write(large.getBytes(StandardCharsets.UTF_8));
                redactor.learn(Secret.of("late", "learned-while-it-runs"));
                stream.write(large.getBytes(StandardCharsets.UTF_8));
            }
            String text = target.toString(StandardCharsets.UTF_8);
            boolean masked = !text.contains(large.substring(100, 200))
                    && !text.contains(large.substring(large.length() - 200, large.length() - 100));
            System.out.print(masked ? "masked" : "shown");
        }
    }
}
