package dev.codexrunner.jenkins.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is public in Java only because the plugin has packages is marked so, and Jenkins' build tools hold other plugins to it. */
class RestrictedTypesTest {

    /** For other plugins: docs/architecture.md names them. */
    private static final Set<String> API = Set.of(
            "CredentialType", "CredentialPurpose", "FoundSecret", "VaultAppRoleCredentials", "VaultTokenCredentials");

    private static final List<String> PACKAGES =
            List.of("agent", "configuration", "credentials", "exec", "log", "page", "report", "rotation", "trigger");
    private static final Pattern PUBLIC = Pattern.compile(
            "((?:^@.*\\n)*)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum) (\\w+)",
            Pattern.MULTILINE);

    static Stream<Path> sources() {
        return PACKAGES.stream().flatMap(name -> Sources.files(Sources.java().resolve(name), ".java").stream());
    }

    @Test
    void there_are_some() {
        assertThat(sources()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void a_public_type_is_api_or_says_that_it_is_none(Path source) {
        Matcher type = PUBLIC.matcher(Sources.text(source));
        if (type.find()) {
            assertThat(type.group(1).contains("@Restricted(NoExternalUse.class)"))
                    .as(type.group(2) + " is for this plugin only")
                    .isNotEqualTo(API.contains(type.group(2)));
        }
    }
}
