package dev.codexrunner.outcome;

/**
 * Bounds on what a {@link Transcript} keeps; beyond them things are only counted.
 *
 * @param itemsPerList most entries of each list
 * @param textChars longest command, query, message or path
 * @param outputChars longest kept output of one command, half head and half tail
 * @param totalOutputChars kept output of all commands together
 * @param finalMessageChars longest final message that is kept whole
 */
public record TranscriptLimits(
        int itemsPerList, int textChars, int outputChars, int totalOutputChars, int finalMessageChars) {

    /** Some 25 MiB in the worst case. */
    public static final TranscriptLimits DEFAULT =
            new TranscriptLimits(1_000, 4_096, 16_384, 2 * 1024 * 1024, 4 * 1024 * 1024);
}
