package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plugins that the README asks for; their versions are compared where Jenkins is, in RequiredPluginsTest. */
class ReadmeInstallTest {

    private static final Path PLUGIN = Path.of(System.getProperty("codexrunner.root", ".."), "jenkins-plugin");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+) \\| \\d[\\w.]* \\|$");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>(?:org\\.jenkins-ci|com\\.cloudbees|io\\.jenkins)[\\w.-]*</groupId>\\s*"
                    + "<artifactId>([\\w-]+)</artifactId>\\s*</dependency>");
    private static final Pattern JENKINS = Pattern.compile("Jenkins (2\\.\\d+\\.\\d+) or newer");

    @Test
    void it_names_each_plugin_that_the_pom_requires_and_no_other() throws IOException {
        assertThat(found(ROW, "README.md"))
                .hasSizeGreaterThan(8)
                .containsExactlyInAnyOrderElementsOf(found(DEPENDENCY, "pom.xml"));
    }

    @Test
    void it_names_the_least_version_of_jenkins() throws IOException {
        String pom = Files.readString(PLUGIN.resolve("pom.xml"));
        MatchResult named = JENKINS.matcher(Files.readString(PLUGIN.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow();
        String version = named.group(1);
        int patch = version.lastIndexOf('.');

        assertThat(pom)
                .contains("<jenkins.baseline>" + version.substring(0, patch) + "</jenkins.baseline>")
                .contains("<jenkins.version>${jenkins.baseline}" + version.substring(patch) + "</jenkins.version>");
    }

    private static List<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(PLUGIN.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
