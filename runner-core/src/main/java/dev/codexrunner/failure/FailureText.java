package dev.codexrunner.failure;

import java.util.Locale;

/**
 * The words of one failure, written once. Each package that can fail has one enum of these, so that all its messages
 * stand on one page; a test holds that each appears in {@code docs/troubleshooting.md} under its {@link #code()}.
 *
 * <p>{@link #what()}, {@link #why()} and {@link #fix()} are {@link java.util.Formatter} templates over the same
 * arguments ({@code %1$s}, {@code %2$s}); a literal percent sign is written {@code %%}.
 */
public interface FailureText {

    /** The enum constant's name. */
    String name();

    FailureKind kind();

    /** What happened: one clause, with the path, address or value that it happened to. Never a secret. */
    String what();

    /** Why that is so, or why it matters: one sentence. */
    String why();

    /** What the reader should do about it: an imperative sentence. */
    String fix();

    /** Whether the same run, started again unchanged, may succeed. */
    default boolean retryable() {
        return kind().retryable();
    }

    /** The stable name under which the documentation lists this failure, for instance {@code vault-sealed}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
