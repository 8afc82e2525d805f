package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read is in properties, where a translator finds it. */
class TextsTest {

    private static final Pattern JELLY_KEY = Pattern.compile("\\$\\{%([^}(]+)");
    private static final Pattern JELLY_MARKUP = Pattern.compile("<[^>]*>|\\$\\{[^}]*\\}");
    private static final Pattern JELLY_TITLE = Pattern.compile("(?:title|tooltip|alt|aria-label)=\"[^\"$]*[A-Za-z]");
    private static final Pattern GENERATED_METHOD =
            Pattern.compile("\\bMessages(?:\\.|::)_?([A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)\\b");
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

    /** Begins or ends as a sentence does, and has three words in a row. */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:[A-Z].*\\b[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z'].*|.*\\b[A-Za-z']{2,} [A-Za-z']{2,}[.!?])");

    /** Jenkins' own log is English, and so is what tells of a bug. */
    private static final Pattern FOR_DEVELOPERS = Pattern.compile(
            "LOGGER|\\bIllegalStateException|\\bUncheckedIOException|\\brequireNonNull|@SuppressFBWarnings");

    static List<Path> jellies() {
        return Sources.files(Sources.resources(), ".jelly");
    }

    static List<Path> bundles() {
        return Stream.of("Messages.properties", "Texts.properties")
                .flatMap(name -> Sources.files(Sources.resources(), name).stream())
                .toList();
    }

    @Test
    void there_are_some() {
        assertThat(jellies()).hasSizeGreaterThan(20);
        assertThat(bundles()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("jellies")
    void the_keys_of_a_page_are_those_beside_it(Path jelly) {
        Set<String> asked = all(JELLY_KEY, Sources.text(jelly));
        Path beside = jelly.resolveSibling(jelly.getFileName().toString().replace(".jelly", ".properties"));

        assertThat(Files.exists(beside) ? properties(beside).stringPropertyNames() : Set.of())
                .as(beside.toString())
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource("jellies")
    void a_page_has_no_words_of_its_own(Path jelly) {
        String text = Sources.text(jelly);

        assertThat(JELLY_MARKUP.matcher(text).replaceAll(" ")).doesNotContainPattern("[A-Za-z]");
        assertThat(text).doesNotContainPattern(JELLY_TITLE);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void the_keys_of_a_package_are_those_that_its_classes_use(Path bundle) {
        Path folder = Sources.java().resolve(Sources.resources().relativize(bundle.getParent()));
        Set<String> asked = new TreeSet<>();
        Set<String> literals = new TreeSet<>();
        for (Path source : Sources.files(folder, ".java")) {
            all(GENERATED_METHOD, Sources.text(source)).forEach(method -> asked.add(method.replace('_', '.')));
            literals.addAll(all(LITERAL, Sources.text(source)));
        }
        Set<String> keys = properties(bundle).stringPropertyNames();

        assertThat(keys).as("asked for").containsAll(asked);
        assertThat(keys)
                .allSatisfy(key -> assertThat(asked.contains(key)
                                || literals.contains(key)
                                || literals.contains(key.substring(0, key.indexOf('.') + 1)))
                        .as(key + " is used")
                        .isTrue());
    }

    @Test
    void apostrophes_are_written_as_formats_want_them() {
        for (Path file : Sources.files(Sources.resources(), ".properties")) {
            Properties texts = properties(file);
            assertThat(texts.stringPropertyNames())
                    .allSatisfy(key -> assertThat(texts.getProperty(key).replace("''", ""))
                            .as(file + ": " + key)
                            .doesNotContain("'"));
        }
    }

    @Test
    void no_class_has_a_sentence_for_users() {
        List<String> sentences = new ArrayList<>();
        for (Path source : Sources.files(Sources.java(), ".java")) {
            for (String statement :
                    COMMENT.matcher(Sources.text(source)).replaceAll("").split(";\\s*\n", -1)) {
                if (!FOR_DEVELOPERS.matcher(statement).find()) {
                    all(LITERAL, statement).stream()
                            .filter(literal -> SENTENCE.matcher(literal).matches())
                            .forEach(literal -> sentences.add(source.getFileName() + ": " + literal));
                }
            }
        }

        assertThat(sentences).isEmpty();
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Sources.text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
