package dev.codexrunner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = "dev.codexrunner";
    /** A package may use only those before it. To come: receipt, batch; their places are kept. */
    private static final List<String> ORDER = List.of(
            "secret",
            "failure",
            "file",
            "config",
            "transport",
            "tls",
            "credential",
            "launch",
            "changes",
            "events",
            "outcome",
            "journal",
            "receipt",
            "report",
            "progress",
            "preflight",
            "run",
            "batch",
            "rotation",
            "doctor",
            "cli");
    /** Somewhat below what there is: it catches an importer that misses a part, where no rule could break. */
    private static final int FEWEST_CLASSES = 400;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/runner-testkit/") && !location.contains("/testkit/"))
            .importPackages(ROOT);

    static Stream<String> packagesInUse() {
        return ORDER.stream().filter(name -> !in(name).isEmpty());
    }

    @Test
    void the_rules_look_at_real_classes() {
        assertThat(CLASSES).hasSizeGreaterThan(FEWEST_CLASSES);
        assertThat(packagesInUse()).contains("secret", "failure", "file", "config", "cli");
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        assertThat(CLASSES.stream().map(type -> topPackage(type.getPackageName())))
                .isSubsetOf(ORDER);
    }

    @ParameterizedTest
    @MethodSource("packagesInUse")
    void a_package_uses_only_those_before_it(String name) {
        String[] later = ORDER.stream()
                .skip(ORDER.indexOf(name) + 1L)
                .map(ArchitectureTest::within)
                .toArray(String[]::new);
        if (later.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(within(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(CLASSES);
        }
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_command_line_touches_the_process_itself() {
        noClasses()
                .that(are(resideInAPackage(ROOT + "..")))
                .and()
                .resideOutsideOfPackage(within("cli"))
                .should()
                .callMethodWhere(describe(
                        "System.exit, getenv, setOut ... or Runtime.exit, halt",
                        call -> Set.of("java.lang.System", "java.lang.Runtime")
                                        .contains(call.getTargetOwner().getName())
                                && Set.of("exit", "halt", "getenv", "setOut", "setErr", "setIn", "console")
                                        .contains(call.getName())))
                .orShould()
                .accessFieldWhere(describe(
                        "System.in, out or err",
                        access -> access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("in", "out", "err").contains(access.getName())))
                .check(CLASSES);
    }

    @Test
    void only_launch_starts_programs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("launch"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(describe(
                        "Runtime.exec",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec")))
                .check(CLASSES);
    }

    @Test
    void events_are_parsed_without_touching_files() {
        noClasses()
                .that()
                .resideInAPackage(within("events"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Files.class)
                .check(CLASSES);
    }

    @Test
    void only_the_injected_pause_sleeps() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Pause")
                .should()
                .callMethodWhere(describe(
                        "Thread.sleep or TimeUnit.sleep",
                        call -> call.getName().equals("sleep")
                                && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(call.getTargetOwner().getName())))
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_can_be_null() {
        Set<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on " + one.getName())
                        .isTrue());
    }

    @Test
    void each_library_stays_in_its_place() {
        Stream.of(
                        only("org.apache.commons.exec..", "launch"),
                        only("io.github.jopenlibs..", "credential.vault"),
                        only("picocli..", "cli"),
                        only("org.snakeyaml..", "config"))
                .forEach(rule -> rule.check(CLASSES));
    }

    @Test
    void nothing_of_the_testkit_is_shipped() {
        noClasses()
                .that(are(resideInAPackage(ROOT + "..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".testkit.."))
                .check(CLASSES);
    }

    @Test
    void no_class_is_a_shelf() {
        classes()
                .should()
                .haveNameNotMatching(".*(?i:utils?|helpers?|managers?|impl|common|misc)(\\$.*)?")
                .check(CLASSES);
    }

    private static ArchRule only(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within(home))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static List<JavaClass> in(String name) {
        return CLASSES.stream()
                .filter(type -> topPackage(type.getPackageName()).equals(name))
                .toList();
    }

    private static String topPackage(String packageName) {
        return packageName.equals(ROOT)
                ? ""
                : packageName.substring(ROOT.length() + 1).split("\\.", 2)[0];
    }

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }
}
