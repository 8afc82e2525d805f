package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Decoded bytes above 127 end what is read as text, where no secret has any; not those of what nobody sees. */
class InvisibleInBase64Test {

    private static final String SECRET = "kX9-mQ2_vL7.pR4w";

    @Test
    void no_character_that_nobody_sees_hides_a_secret_in_base64() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("db", SECRET));
        List<String> invisible = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(InvisibleInBase64Test::isInvisible)
                .mapToObj(Character::toString)
                .toList();

        assertThat(invisible).hasSizeGreaterThan(250);
        for (String each : invisible) {
            String text = "pw=" + SECRET.substring(0, 7) + each + SECRET.substring(7) + each;
            String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            assertThat(redactor.redact(base64))
                    .as("U+%04X", each.codePointAt(0))
                    .contains("[redacted:db]")
                    .hasSizeLessThan(30);
        }
    }

    private static boolean isInvisible(int code) {
        int type = Character.getType(code);
        boolean variation = (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
        return type == Character.FORMAT || type == Character.CONTROL || variation;
    }
}
