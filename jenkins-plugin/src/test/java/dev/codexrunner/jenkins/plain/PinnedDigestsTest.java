package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PinnedDigestsTest {

    private static final String LINUX = "codex-linux-x64/vendor/x86_64-unknown-linux-musl/";

    /** Both install codex by the lock file in github-action/codex; github-action/scripts/pin-codex.ts writes both. */
    @Test
    void the_plugins_digests_of_codex_are_those_of_the_github_action() throws IOException {
        String action = Sources.text(
                Path.of(System.getProperty("codexrunner.root"), "github-action/src/generated/codex-digests.ts"));
        Map<String, String> theirs = new TreeMap<>();
        Matcher others = Pattern.compile("'([^']+)':\\s*'([0-9a-f]{64})'").matcher(action);
        while (others.find()) {
            theirs.put(LINUX + others.group(1), others.group(2));
        }
        Matcher program = Pattern.compile("program: '([0-9a-f]{64})'").matcher(action);
        assertThat(program.find()).isTrue();
        theirs.put(LINUX + "bin/codex", program.group(1));

        Properties ours = new Properties();
        ours.load(
                new StringReader(Sources.text(Sources.resources().resolve("configuration/codex-digests.properties"))));

        assertThat(new TreeMap<>(ours)).isEqualTo(theirs);
    }
}
