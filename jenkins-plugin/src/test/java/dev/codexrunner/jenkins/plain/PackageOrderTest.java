package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks at the sources' own words, and so at the packages with Jenkins too where their classes can't be compiled. That misses
 * none: a type that isn't named is one that a package further up has named before.
 */
class PackageOrderTest {

    /** Each may use those before it. */
    private static final List<String> ORDER = List.of(
            "request",
            "result",
            "masking",
            "report",
            "credentials",
            "configuration",
            "agent",
            "trigger",
            "log",
            "exec",
            "rotation",
            "page");

    private static final Pattern NAMED = Pattern.compile("\\bdev\\.codexrunner\\.(?:jenkins\\.)?([a-z]+)[.;]");

    static List<String> order() {
        return ORDER;
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        assertThat(ORDER).containsExactlyInAnyOrderElementsOf(Sources.packages());
    }

    @ParameterizedTest
    @MethodSource("order")
    void a_package_uses_only_those_before_it(String name) {
        Set<String> allowed = new TreeSet<>(ORDER.subList(0, ORDER.indexOf(name) + 1));
        allowed.addAll(Set.of("secret", "config"));
        for (Path source : Sources.files(Sources.java().resolve(name), ".java")) {
            assertThat(namedIn(source)).as(source.toString()).isSubsetOf(allowed);
        }
    }

    private static Set<String> namedIn(Path source) {
        Set<String> packages = new TreeSet<>();
        Matcher names = NAMED.matcher(Sources.text(source));
        while (names.find()) {
            packages.add(names.group(1));
        }
        return packages;
    }
}
