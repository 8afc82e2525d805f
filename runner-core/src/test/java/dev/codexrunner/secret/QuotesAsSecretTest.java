package dev.codexrunner.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of little more than quotes leaves too little to be known without them: each way to write it is looked for. */
class QuotesAsSecretTest {

    private static final String SECRET = "'\"`<&/é\"'\"'";

    private final Redactor redactor = new Redactor();

    @BeforeEach
    void learn() {
        redactor.learn(Secret.of("db", SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "'\\\"`<&/é\\\"'\\\"'",
                "'\\\"`<&\\/é\\\"'\\\"'",
                "'\\\"`<&/\\u00e9\\\"'\\\"'",
                "'\\\"`<&\\/\\u00E9\\\"'\\\"'",
                "'\\\"`\\u003c\\u0026/é\\\"'\\\"'",
                "\\u0027\\\"`\\u003C\\u0026/\\u00E9\\\"\\u0027\\\"\\u0027",
                "\\u0027\\u0022\\u0060\\u003c\\u0026\\u002f\\u00e9\\u0022\\u0027\\u0022\\u0027",
                "'\\\\\\\"`<&/é\\\\\\\"'\\\\\\\"'",
                "%27%22%60%3C%26%2F%C3%A9%22%27%22%27",
                "%27%22%60%3c%26/%c3%a9%22%27%22%27",
                "'%22%60%3C&/%C3%A9%22'%22'",
                "'%22%60%3C%26%2F%C3%A9%22'%22'",
                "%2527%2522%2560%253C%2526%252F%25C3%25A9%2522%2527%2522%2527",
                "'\"`&lt;&amp;/é\"'\"'",
                "&apos;&quot;`&lt;&amp;/é&quot;&apos;&quot;&apos;",
                "&#39;&#34;`&lt;&amp;/é&#34;&#39;&#34;&#39;",
                "&#x27;&#x22;`&#x3c;&#x26;/é&#x22;&#x27;&#x22;&#x27;",
                "&#x27;&#x22;`&#x3C;&#x26;/&#xE9;&#x22;&#x27;&#x22;&#x27;",
                "&#39;&#34;&#96;&#60;&#38;&#47;&#233;&#34;&#39;&#34;&#39;",
                "'\\''\"`<&/é\"'\\''\"'\\''",
                "'\"'\"'\"`<&/é\"'\"'\"'\"'\"'\"'",
                "'\\\"\\`<&/é\\\"'\\\"'",
                "\\'\\\"\\`\\<\\&/é\\\"\\'\\\"\\'",
                "''\"`<&/é\"''\"''",
                "'`\"``<&/é`\"'`\"'",
                "'\"\"``<&/é\"\"'\"\"'"
            })
    void it_is_masked_however_it_is_written(String written) {
        assertThat(redactor.redact("before " + written + " behind")).isEqualTo("before [redacted:db] behind");
    }

    @Test
    void other_quotes_stay() {
        String text = "echo '\"`<&/e\"'\"' && say \"it's\"";

        assertThat(redactor.redact(text)).isEqualTo(text);
    }
}
