package dev.codexrunner.jenkins.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    @Test
    void the_yaml_in_the_readme_is_the_one_that_is_tested() throws Exception {
        String tested;
        try (var file = ReadmeExampleTest.class.getResourceAsStream("configuration-as-code.yaml")) {
            tested = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String readme = Files.readString(Path.of(System.getProperty("codexrunner.root"), "jenkins-plugin/README.md"));

        assertThat(readme).contains("```yaml\n" + tested + "```");
    }
}
