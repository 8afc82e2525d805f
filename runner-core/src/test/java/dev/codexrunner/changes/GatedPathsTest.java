package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatedPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".github/workflows/ci.yml",
                ".github/actions/x/action.yml",
                ".github/CODEOWNERS",
                "Jenkinsfile",
                "jenkinsfile",
                "ci/Jenkinsfile.release",
                ".gitlab-ci.yml",
                ".circleci/config.yml",
                "azure-pipelines-nightly.yml",
                "bitbucket-pipelines.yml",
                ".buildkite/pipeline.yml",
                "Makefile",
                "makefile",
                "GNUmakefile",
                "rules.mk",
                "module/pom.xml",
                "build.gradle.kts",
                "gradlew.bat",
                "mvnw",
                ".mvn/jvm.config",
                "web/package.json",
                ".npmrc",
                "build.xml",
                "CMakeLists.txt",
                "Dockerfile.release",
                "docker-compose.prod.yml",
                ".git/hooks/pre-commit",
                ".git/config",
                ".git/refs/heads/main",
                ".git",
                "nested/.git/config",
                ".gitmodules",
                "sub/.gitattributes",
                ".codex/config.toml",
                ".github",
                "AGENTS.md"
            })
    void what_something_runs_by_its_name(String path) {
        assertThat(GatedPaths.of(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/App.java",
                "README.md",
                "scripts/build.sh",
                "docs/Makefile.md",
                "package-lock.json",
                "my.github/x",
                "gitattributes",
                "src/pom.xml.txt"
            })
    void what_nothing_runs_by_its_name_alone(String path) {
        assertThat(GatedPaths.of(path)).isEmpty();
    }
}
