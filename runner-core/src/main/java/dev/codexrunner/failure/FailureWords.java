package dev.codexrunner.failure;

/**
 * The words of one failure as {@link java.util.Formatter} templates over the same arguments ({@code %1$s}, {@code %2$s});
 * a literal percent sign is written {@code %%}.
 *
 * @param kind what sort it is
 * @param retryable whether the same run, started again unchanged, may succeed
 * @param what what happened: one clause, with the path, address or value that it happened to. Never a secret
 * @param why why that is so, or why it matters: one sentence
 * @param fix what the reader should do about it: an imperative sentence
 */
public record FailureWords(FailureKind kind, boolean retryable, String what, String why, String fix) {

    /** As retryable as its kind. */
    public FailureWords(FailureKind kind, String what, String why, String fix) {
        this(kind, kind.retryable(), what, why, fix);
    }
}
