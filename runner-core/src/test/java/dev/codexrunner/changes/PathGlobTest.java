package dev.codexrunner.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "src/** src/a/b.java",
                "src/** src",
                "src/ src/a/b.java",
                "./src/* src/a.java",
                "**/*.md README.md",
                "**/*.md docs/a/README.md",
                "*.md README.md",
                "a?c abc",
                "**/{GNU,}Makefile sub/Makefile",
                "**/{GNU,}Makefile GNUmakefile/../GNUMakefile",
                "*.gradle{,.kts} build.gradle.kts",
                "*.gradle{,.kts} build.gradle",
                "[x](y).+ [x](y).+",
                "** a/b/c",
                "/abs/** /abs/x"
            })
    void a_path_that_a_pattern_means(String glob, String path) {
        assertThat(PathGlob.of(glob).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "src/** srcs/a",
                "src/* src/a/b",
                "*.md docs/README.md",
                "**/*.md READMEmd",
                "a?c a/c",
                "**/Makefile xMakefile",
                "a.c abc",
                "{a,b} c",
                "src other/src/a",
                "/abs/** abs/x"
            })
    void a_path_that_it_does_not_mean(String glob, String path) {
        assertThat(PathGlob.of(glob).matches(path)).isFalse();
    }
}
