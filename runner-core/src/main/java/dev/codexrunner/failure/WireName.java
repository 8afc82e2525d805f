package dev.codexrunner.failure;

import java.util.Locale;

/** How an enum's constant is written outside the code; the same in every locale. */
public final class WireName {

    private WireName() {}

    /** As reports and contracts write it: {@code secret_source}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** As settings and codes of failures write it: {@code workspace-write}. */
    public static String dashed(Enum<?> constant) {
        return dashed(constant.name());
    }

    static String dashed(String constantName) {
        return constantName.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it: {@code in progress}. */
    public static String words(Enum<?> constant) {
        return of(constant).replace('_', ' ');
    }
}
