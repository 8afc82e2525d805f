package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RequiredPluginsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+) \\| (\\d[\\w.]*) \\|$");

    @Test
    void the_readme_has_the_versions_that_the_plugin_is_built_with(JenkinsRule jenkins) throws Exception {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(jenkins.getPluginManager()
                                .getPlugin(row.group(1))
                                .getVersion())
                        .as(row.group(1))
                        .isEqualTo(row.group(2)));
    }
}
