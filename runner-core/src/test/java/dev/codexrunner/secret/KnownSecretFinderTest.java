package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSecretFinderTest {

    private static final String SECRET = "swordfish-and-chips";

    private final List<Span> found = new ArrayList<>();

    @Test
    void spans_are_named_by_their_place_in_the_whole_stream() {
        SpanFinder finder = finder(1000);

        accept(finder, "a ");
        accept(finder, SECRET);

        assertThat(found).contains(new Span(1002, 1002 + SECRET.length(), "db"));
    }

    @Test
    void the_beginning_of_a_secret_is_held_back_in_any_writing() {
        for (String begun : new String[] {
            "sword", "s w o r d", "\\u0073\\u0077", "c3dvcmRmaXNoLWFuZC1j", "73776f", "115, 119", "0000000 7773 726f"
        }) {
            SpanFinder finder = finder(0);
            accept(finder, "!? " + begun);

            assertThat(finder.undecidedFrom()).as(begun).isBetween(3L, 12L);
        }
    }

    @Test
    void text_of_no_secret_is_not_held_back() {
        SpanFinder finder = finder(0);
        accept(finder, "nothing of it here!");

        assertThat(finder.undecidedFrom()).isEqualTo(19);
    }

    private SpanFinder finder(long position) {
        LearnedSecrets secrets = new LearnedSecrets();
        secrets.add(Secret.of("db", SECRET));
        return secrets.forms().finder(position, found::add).orElseThrow();
    }

    private static void accept(SpanFinder finder, String text) {
        byte[] bytes = ("-" + text).getBytes(StandardCharsets.UTF_8);
        finder.accept(bytes, 1, bytes.length - 1);
    }
}
