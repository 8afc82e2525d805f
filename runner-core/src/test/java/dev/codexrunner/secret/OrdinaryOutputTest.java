package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What developers read all day must not be blanked: a redactor that cries wolf is switched off. */
class OrdinaryOutputTest {

    private final Redactor redactor = new Redactor();
    private final Random random = new Random(3);

    OrdinaryOutputTest() {
        redactor.learn(Secret.of("token", "eyJ" + text(60) + "." + text(1200) + "." + text(342)));
        redactor.learn(Secret.of("vault", "hvs." + text(24)));
        redactor.learn(Secret.of("database", "p/a+s'w\"o$r`d"));
    }

    @Test
    void nothing_of_it_is_changed() throws IOException {
        for (String line : lines()) {
            assertThat(redactor.redact(line)).isEqualTo(line);
        }
        String all = String.join("\n", lines());
        assertThat(redactor.redact(all)).isEqualTo(all);
        assertThat(Streams.inPieces(redactor, all, random)).isEqualTo(all);
    }

    @Test
    void a_secret_amid_it_is_found_wherever_it_stands() throws IOException {
        List<String> lines = lines();
        for (int at = 0; at <= lines.size(); at++) {
            String before = String.join("\n", lines.subList(Math.max(0, at - 4), at));
            String behind = String.join("\n", lines.subList(at, Math.min(at + 2, lines.size())));

            assertThat(redactor.redact(before + "\np/a+s'w\"o$r`d\n" + behind))
                    .isEqualTo(before + "\n[redacted:database]\n" + behind);
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = OrdinaryOutputTest.class.getResourceAsStream("/redactor/ordinary-output.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private String text(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }
}
