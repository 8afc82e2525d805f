package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.jenkins.request.LoginMethod;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each input of the steps and of their Vault, at the places that people read: form, help and README. What becomes of it is told
 * by InputsReachTheRunnerTest, and what a form gives back by CodexExecBuilderTest.
 */
class InputsTest {

    private static final Pattern SETTER =
            Pattern.compile("@DataBoundSetter\\s+public (?:final )?void set(\\w)(\\w*)\\(");
    private static final Pattern ENTRY = Pattern.compile("Map\\.entry\\(\"[a-z-]+\", \"([\\w.]+)\"\\)");
    private static final Path README =
            Path.of(System.getProperty("codexrunner.root", ".."), "jenkins-plugin/README.md");

    /** Inputs that are no setting of the same meaning, and why. */
    private static final Map<String, String> NO_SETTING = Map.ofEntries(
            Map.entry("prompt", "a file that the command line names"),
            Map.entry("promptFile", "named by the command line"),
            Map.entry("vault", "has inputs of its own"),
            Map.entry("credentialsId", "goes by the environment"),
            Map.entry("effort", "part of codex-config"),
            Map.entry("codex", "stands for a path"),
            Map.entry("caBundle", "ca-bundle, which config may have too"),
            Map.entry("caBundleCredentialsId", "is laid out as a file"),
            Map.entry("config", "holds settings"),
            Map.entry("failOn", "the plugin's own"),
            Map.entry("unstableOn", "the plugin's own"));

    private enum Form {
        EXEC("exec/CodexExecStep", "exec/RunnerStep", "### `codexExec`"),
        CHECK("rotation/CodexRotationCheckStep", "exec/RunnerStep", "### `codexRotationCheck`"),
        VAULT("configuration/VaultOptions", "", "");

        private final String name;
        private final String inherited;
        private final String heading;

        Form(String name, String inherited, String heading) {
            this.name = name;
            this.inherited = inherited;
            this.heading = heading;
        }

        Set<String> inputs() {
            Set<String> inputs = setters(name);
            if (!inherited.isEmpty()) {
                inputs.addAll(setters(inherited));
            }
            return inputs;
        }

        private static Set<String> setters(String name) {
            Set<String> inputs = new TreeSet<>();
            Matcher setters = SETTER.matcher(Sources.text(Sources.java().resolve(name + ".java")));
            while (setters.find()) {
                inputs.add(setters.group(1).toLowerCase(Locale.ROOT) + setters.group(2));
            }
            return inputs;
        }
    }

    @Test
    void there_are_some() {
        assertThat(Form.EXEC.inputs()).hasSizeGreaterThan(20).contains("prompt", "unstableOn");
        assertThat(Form.CHECK.inputs()).contains("paths", "vault");
        assertThat(Form.VAULT.inputs()).contains("address", "credentialsId");
    }

    @ParameterizedTest
    @EnumSource
    void each_has_a_field_and_a_help(Form form) {
        Path folder = Sources.resources().resolve(form.name);
        String page = Sources.text(folder.resolve("config.jelly"));
        for (String input : form.inputs()) {
            assertThat(page).as(form.name).contains("field=\"" + input + "\"");
            assertThat(folder.resolve("help-" + input + ".html")).isNotEmptyFile();
        }
    }

    @Test
    void each_of_codexExec_has_its_place_in_the_readmes_table() {
        String section = section(Form.EXEC.heading);
        for (String input : Form.EXEC.inputs()) {
            assertThat(section).containsPattern("(?m)^\\| (`\\w+`, )*`" + input + "`(, `\\w+`)* \\|");
        }
    }

    @Test
    void each_of_codexExec_is_a_setting_by_its_name_or_known_to_be_none() {
        Set<String> known = new TreeSet<>(NO_SETTING.keySet());
        Matcher settings = ENTRY.matcher(Sources.text(Sources.java().resolve("request/SettingNames.java")));
        while (settings.find()) {
            if (!settings.group(1).contains(".")) {
                known.add(settings.group(1));
            }
        }
        assertThat(Form.EXEC.inputs()).isEqualTo(known);
    }

    @Test
    void each_of_vault_is_a_setting_by_its_name_but_the_credential() {
        Set<String> known = new TreeSet<>(Set.of("credentialsId"));
        Matcher settings = ENTRY.matcher(Sources.text(Sources.java().resolve("request/SettingNames.java")));
        while (settings.find()) {
            if (settings.group(1).startsWith("vault.")) {
                known.add(settings.group(1).substring("vault.".length()));
            }
        }
        assertThat(Form.VAULT.inputs()).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource
    void each_login_is_in_the_help_and_in_the_readmes_table_of_credentials(LoginMethod login) {
        String help = Sources.text(Sources.resources().resolve("configuration/VaultOptions/help-auth.html"));
        assertThat(help).contains("<code>" + login.wireName() + "</code>");
        String credentials = Sources.text(README);
        credentials = credentials.substring(credentials.indexOf("\n## Credentials"));
        assertThat(credentials.substring(0, credentials.indexOf("\n## Policy")))
                .containsPattern("(?m)^\\| Vault, [^|]*`(auth: )?" + login.wireName() + "`");
    }

    private static String section(String heading) {
        String readme = Sources.text(README);
        int start = readme.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        return readme.substring(start, readme.indexOf("\n### ", start));
    }
}
