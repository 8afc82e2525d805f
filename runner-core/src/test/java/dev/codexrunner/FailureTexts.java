package dev.codexrunner;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.codexrunner.failure.FailureText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every failure that there is, found in the classes themselves. */
public final class FailureTexts {

    /** Found once: reading every class of ours takes most of a second. */
    private static final List<FailureText> ALL = find();

    private FailureTexts() {}

    public static List<FailureText> all() {
        return ALL;
    }

    private static List<FailureText> find() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.codexrunner").stream()
                        .filter(type -> type.isAssignableTo(FailureText.class)
                                && type.reflect().isEnum())
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(FailureText.class::cast)
                        .toList();
    }
}
