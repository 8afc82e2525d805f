package dev.codexrunner;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TroubleshootingDocumentationTest {

    private static final String PAGE = "docs/troubleshooting.md";

    private final List<FailureText> texts = failureTexts();

    @Test
    void every_failure_stands_in_the_page_with_its_literal_text() {
        String page = page();
        Repository.updateIfAsked(PAGE, page);
        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(Repository.read(PAGE)).as(Repository.outOfDate(PAGE)).isEqualTo(page);
    }

    @Test
    void no_two_failures_share_a_code() {
        assertThat(texts.stream().map(FailureText::code)).doesNotHaveDuplicates();
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Troubleshooting

                <!-- Generated from the enums that implement FailureText; a test compares it and says how to regenerate it. -->

                Every failure ends with its code in brackets; search this page for it. `...` stands for what differs from case
                to case. Where several things are wrong with a configuration, all are listed at once.
                """);
        for (FailureKind kind : FailureKind.values()) {
            List<FailureText> ofKind =
                    texts.stream().filter(text -> text.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                String code = kind == FailureKind.CANCELLED ? "128+n" : Integer.toString(kind.exitCode());
                page.append("\n## Exit code ")
                        .append(code)
                        .append(": ")
                        .append(kind.wireName())
                        .append('\n');
                ofKind.forEach(text -> page.append(section(text)));
            }
        }
        return page.toString();
    }

    private static String section(FailureText text) {
        return "\n### %s\n\n> %s %s\n\n%s%s\n"
                .formatted(
                        text.code(),
                        literal(text.what()),
                        literal(text.why()),
                        literal(text.fix()),
                        text.retryable() ? " The same run, started again unchanged, may succeed." : "");
    }

    private static String literal(String template) {
        return template.replaceAll("%\\d+\\$[-#,0-9.]*[a-zA-Z]", "...")
                .replace("%%", "%")
                .replace("<", "&lt;")
                .strip();
    }

    private static List<FailureText> failureTexts() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.codexrunner").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(FailureText.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(FailureText.class::cast)
                        .toList();
    }
}
