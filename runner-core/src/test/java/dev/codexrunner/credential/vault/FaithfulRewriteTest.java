package dev.codexrunner.credential.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A token is replaced and its siblings stay what they were, to the last digit and letter, whatever the locale. */
final class FaithfulRewriteTest {

    private final VaultStandInScene scene = new VaultStandInScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void in_the_c_locale_numbers_and_letters_of_the_siblings_stay_whole(@TempDir Path folder) throws Exception {
        String api = "secret/data/ci/gr%C3%BCn";
        Map<String, Object> deep = new LinkedHashMap<>();
        deep.put("none", null);
        deep.put("list", Arrays.asList(1, new BigDecimal("2.50"), "\u00fc", null));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access_token", "at-old");
        fields.put("big", new BigInteger("123456789012345678901234567890"));
        fields.put("exact", new BigDecimal("3.14159265358979323846"));
        fields.put("huge", new BigDecimal("1e400"));
        fields.put("tail", new BigDecimal("1.10"));
        fields.put("gr\u00fc\u00df", "\u20ac \ud83d\ude00 <&>\u2028");
        fields.put("deep", deep);
        scene.admin.write(api, Map.of("data", fields));
        JsonNode before = scene.admin.read(api).path("data").path("data");

        CLocaleJvm.Ended ended = CLocaleJvm.run(
                folder,
                RewritingChild.class,
                scene.vault.rootToken(),
                scene.vault.address().toString(),
                scene.ca.writeBundle(folder.resolve("ca.pem")).toString());

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines()).containsExactly("US-ASCII", "Written[version=2]", "true");
        JsonNode after = scene.admin.read(api).path("data").path("data");
        assertThat(after.propertyNames()).containsExactlyElementsOf(before.propertyNames());
        assertThat(after.path("access_token").stringValue()).isEqualTo(RewritingChild.NEW_TOKEN);
        assertThat(after.toString()).isEqualTo(before.toString().replace("at-old", RewritingChild.NEW_TOKEN));
        assertThat(after.path("big").bigIntegerValue()).isEqualTo(fields.get("big"));
        assertThat(after.path("exact").decimalValue()).isEqualTo(fields.get("exact"));
    }
}
