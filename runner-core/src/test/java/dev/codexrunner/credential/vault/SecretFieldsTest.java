package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.codexrunner.secret.Secret;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":12345678901234567890123456789,\"b\":1e400,\"c\":1.10,\"d\":-0.0,\"e\":1E+2,\"f\":-0}",
                "{\"z\":null,\"y\":true,\"x\":{\"b\":[1, 2.50 ,{ }],\"a\":[[]]},\"w\":[]}",
                "{\"u\":\"\\u20ac <\\u003c \\\\ \\\" \\/ \\n\",\"gr\u00fc\u00df\":\"\ud83d\ude00\",\"\":\"\"}",
            })
    void values_keep_the_text_that_the_server_sent(String json) {
        SecretFields fields = SecretFields.ofJson(json);

        assertThat(fields.json().reveal()).isEqualTo(json);
        assertThat(fields.with("token", Secret.of("token", "at-1"))
                        .without("token")
                        .json()
                        .reveal())
                .isEqualTo(json);
    }

    @Test
    void spaces_between_members_are_no_part_of_a_value() {
        assertThat(SecretFields.ofJson(" { \"a\" : 1.0 , \"b\":\t\"x\" \n} ")
                        .json()
                        .reveal())
                .isEqualTo("{\"a\":1.0,\"b\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{\"a\":\"at-secret", "{\"a\":1} x", "{\"a\":01}", "{} {}"})
    void what_is_no_json_object_is_refused_without_being_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SecretFields.ofJson(text))
                .withMessage("the fields of a secret are a JSON object")
                .withNoCause();
    }

    @Test
    void a_field_is_replaced_in_its_place_and_added_at_the_end() {
        SecretFields fields = SecretFields.ofJson("{\"a\":\"1\",\"b\":2,\"c\":null}");

        assertThat(fields.with("b", Secret.of("b", "\u20ac\"\n")).json().reveal())
                .isEqualTo("{\"a\":\"1\",\"b\":\"\u20ac\\\"\\n\",\"c\":null}");
        assertThat(fields.withText("d", "x").names()).containsExactly("a", "b", "c", "d");
        assertThat(fields.without("a").names()).containsExactly("b", "c");
        assertThat(fields.names()).containsExactly("a", "b", "c");
    }

    @Test
    void only_text_is_a_text() {
        SecretFields fields = SecretFields.ofJson("{\"a\":\"\\u20ac\",\"b\":2,\"c\":null,\"d\":\"\"}");

        assertThat(fields.text("a").map(Secret::reveal)).hasValue("\u20ac");
        assertThat(fields.text("b")).isEmpty();
        assertThat(fields.text("c")).isEmpty();
        assertThat(fields.text("d").map(Secret::reveal)).hasValue("");
        assertThat(fields.text("e")).isEmpty();
    }

    @Test
    void no_value_shows_in_its_text_form() {
        SecretFields fields = SecretFields.ofJson("{\"access_token\":\"at-secret\",\"n\":4711}");

        assertThat(fields).hasToString("SecretFields[access_token, n]");
        assertThat(new SecretVersion(SecretVersion.State.PRESENT, 1, Optional.empty(), fields).toString())
                .doesNotContain("at-secret", "4711");
        assertThat(JsonRequest.post("secret/data/x", fields.json().reveal()).toString())
                .doesNotContain("at-secret", "4711");
    }

    @Test
    void random_objects_survive_a_change_of_one_field() {
        Random random = new Random(20261121);
        for (int round = 0; round < 2000; round++) {
            StringBuilder json = new StringBuilder("{\"access_token\":\"old\"");
            int members = random.nextInt(6);
            for (int member = 0; member < members; member++) {
                json.append(",\"k").append(member).append("\":").append(value(random, 3));
            }
            String text = json.append('}').toString();

            assertThat(SecretFields.ofJson(text)
                            .withText("access_token", "new")
                            .json()
                            .reveal())
                    .isEqualTo(text.replaceFirst("old", "new"));
        }
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> String.valueOf(random.nextLong()) + random.nextInt(1000);
            case 1 -> random.nextInt() + "." + random.nextInt(1000) + "0e" + (random.nextInt(800) - 400);
            case 2 -> random.nextBoolean() ? "null" : "false";
            case 3 ->
                "\"\u00e9\\u0000" + Character.toString(0x1f600 + random.nextInt(60)) + "\\\"}]" + random.nextInt()
                        + "\"";
            case 4 -> "[" + value(random, depth - 1) + ", " + value(random, depth - 1) + "]";
            default -> "{\"n\":" + value(random, depth - 1) + ",\"n2\" : {}}";
        };
    }
}
