package dev.codexrunner.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingPlaceTest {

    private static FindingPlace of(String path) {
        return FindingPlace.of(Optional.of(path));
    }

    @ParameterizedTest
    @CsvSource({
        "src/Main.java, src/Main.java",
        "./src//a/../Main.java, src/Main.java",
        "docs/read me #1?.md, docs/read%20me%20%231%3F.md",
        ".github/workflows/a.yml, .github/workflows/a.yml",
        "backup~/x, backup~/x",
        "100%/ü.txt, 100%25/%C3%BC.txt",
        "src/a:b, src/a%3Ab"
    })
    void a_path_in_the_repository_becomes_a_relative_uri(String path, String uri) {
        assertThat(of(path))
                .isInstanceOfSatisfying(
                        FindingPlace.InRepository.class,
                        place -> assertThat(place.uri()).isEqualTo(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "/home/ci/work/a b.py, file:///home/ci/work/a%20b.py",
        "/home/ci/../x, file:///home/x",
        "C:\\work\\a.cs, file:///C:/work/a.cs",
        "d:/work/a.cs, file:///d:/work/a.cs"
    })
    void an_absolute_path_is_one_of_the_machine(String path, String uri) {
        assertThat(of(path))
                .isInstanceOfSatisfying(
                        FindingPlace.OnMachine.class,
                        place -> assertThat(place.uri()).isEqualTo(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../etc/passwd",
                "src/../../etc/passwd",
                "/../etc",
                "file:///etc/passwd",
                "https://example.com/x",
                "javascript:alert(1)",
                "//host/share",
                "\\\\host\\share",
                "a\u0000b",
                "a\nb",
                "src/\u202Egpj.exe",
                ".",
                "/",
                "weird\\name",
                "./\\\\evil.example\\share\\a.c",
                "..\\..\\..\\Windows\\win.ini",
                "a/..\\..\\x",
                "./C:/Windows/x.dll",
                "a/../C:x.dll",
                "./file:///etc/passwd",
                "x/../https://evil.example/x",
                ".git/hooks/pre-commit",
                "./a/../.GIT/config",
                "sub/.git/config",
                ".git. /config",
                "GIT~1/config",
                "~/.ssh/id_rsa",
                "./~root/x"
            })
    void what_leads_elsewhere_or_can_be_no_path_is_text(String path) {
        assertThat(of(path)).isInstanceOf(FindingPlace.NoPlace.class);
    }

    @Test
    void a_path_longer_than_any_system_takes_is_text() {
        assertThat(of("a/".repeat(3_000))).isInstanceOf(FindingPlace.NoPlace.class);
    }

    @Test
    void none_at_all_is_everywhere() {
        assertThat(FindingPlace.of(Optional.empty())).isInstanceOf(FindingPlace.Everywhere.class);
        assertThat(of("  ")).isInstanceOf(FindingPlace.Everywhere.class);
    }
}
