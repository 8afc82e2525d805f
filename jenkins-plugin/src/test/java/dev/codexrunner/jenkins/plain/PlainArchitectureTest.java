package dev.codexrunner.jenkins.plain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class PlainArchitectureTest {

    private static final int FEWEST_CLASSES = 40;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.codexrunner.jenkins");

    @Test
    void the_rules_look_at_real_classes() {
        assertThat(CLASSES).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void request_result_and_masking_know_no_jenkins_and_no_library() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.codexrunner.jenkins..",
                        "dev.codexrunner.secret",
                        "dev.codexrunner.config",
                        "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void they_know_nothing_of_each_other() {
        slices().matching("dev.codexrunner.jenkins.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void only_masking_knows_the_redactor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.codexrunner.jenkins.masking")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.codexrunner.secret")
                .check(CLASSES);
    }

    @Test
    void none_of_them_touches_the_process_or_the_file_system() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(CLASSES);
    }
}
