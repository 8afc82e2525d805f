package dev.codexrunner.rotation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.codexrunner.config.RotationCheckConfig;
import dev.codexrunner.report.ConsoleText;
import dev.codexrunner.secret.Redactor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format of a check has to hold to, those that come later as well. */
class CheckFormatRegistryTest {

    private static final String PATH = "secret/ci/codex#access_token";

    @TempDir
    Path folder;

    static Stream<CheckFormat> formats() {
        return CheckFormats.all().stream();
    }

    @Test
    void each_format_of_this_package_is_registered_once_and_under_a_name_of_its_own() {
        List<String> written = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.codexrunner.rotation.check")
                        .stream()
                        .filter(one -> one.isAssignableTo(CheckFormat.class) && !one.isInterface())
                        .map(JavaClass::getName)
                        .toList();
        assertThat(formats().map(format -> format.getClass().getName()))
                .hasSizeGreaterThanOrEqualTo(5)
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(formats().map(CheckFormat::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void each_names_the_path_and_obeys_no_command_that_is_hidden_in_it(CheckFormat format) {
        assertThat(format.render(document("secret/a\u0007b\n::error::x#access_token"), Optional.empty()))
                .as(format.name())
                .contains("#access_token")
                .doesNotContain("\u0007", "\n::error::");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void each_is_the_same_text_for_the_same_check(CheckFormat format) {
        assertThat(format.render(document(PATH), Optional.empty()))
                .isEqualTo(format.render(document(PATH), Optional.empty()));
    }

    /** As somebody would add one. */
    private record Shouted(Path target) implements CheckFormat {
        @Override
        public String name() {
            return "shouted";
        }

        @Override
        public Optional<Path> file(RotationCheckConfig config) {
            return Optional.of(target);
        }

        @Override
        public String render(CheckDocument document, Optional<String> before) {
            return document.paths().get(0).path() + "!";
        }
    }

    @Test
    void another_format_is_a_class_and_a_line() throws Exception {
        Path target = folder.resolve("shouted.txt");
        assertThat(ResultFiles.write(document(PATH), Checks.limits(), List.of(new Shouted(target))))
                .isEmpty();
        assertThat(Files.readString(target)).isEqualTo(PATH + "!");
    }

    private static CheckDocument document(String path) {
        PathReport report = new PathReport(
                path, 7, Optional.empty(), Optional.empty(), List.of(Finding.ok(Aspect.SECRET, "version 7")));
        return CheckDocument.of(
                new CheckReport(Checks.NOW, "ci-3", List.of(report), List.of()), new ConsoleText(new Redactor()));
    }
}
