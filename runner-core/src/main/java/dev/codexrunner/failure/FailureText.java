package dev.codexrunner.failure;

import java.util.Locale;

/**
 * One failure that a user can meet. Each package that can fail has enums of these, so that all its messages stand on one
 * page; a test holds that each appears in {@code docs/troubleshooting.md} under its {@link #code()}.
 */
public interface FailureText {

    /** The enum constant's name. */
    String name();

    FailureWords words();

    default FailureKind kind() {
        return words().kind();
    }

    default String what() {
        return words().what();
    }

    default String why() {
        return words().why();
    }

    default String fix() {
        return words().fix();
    }

    /** Whether the same run, started again unchanged, may succeed. */
    default boolean retryable() {
        return words().retryable();
    }

    /** The stable name under which the documentation lists this failure, for instance {@code vault-sealed}. */
    default String code() {
        return WireName.dashed(name());
    }

    /** This failure with its details filled in. */
    default Failure with(Object... details) {
        return new Failure(
                kind(),
                code(),
                String.format(Locale.ROOT, what(), details),
                String.format(Locale.ROOT, why(), details),
                String.format(Locale.ROOT, fix(), details),
                retryable(),
                kind().exitCode());
    }
}
