package dev.codexrunner.outcome;

/**
 * Bounds on what a {@link Transcript} keeps; beyond them things are only counted.
 *
 * @param itemsPerList most entries of each list
 * @param textChars longest command, query, message or path
 * @param outputChars longest kept output of one command, result of one call, or text that the agent said, half head and
 *     half tail
 * @param totalOutputChars kept outputs and results of all commands and calls together; a quarter of it more for what the
 *     agent said, as much for its reasoning, and half of it for commands, arguments and queries, which are cut much shorter
 *     beyond that
 * @param finalMessageChars longest final message that is kept whole
 */
public record TranscriptLimits(
        int itemsPerList, int textChars, int outputChars, int totalOutputChars, int finalMessageChars) {

    /**
     * Some 20 MiB in the worst case, twice that where no text has a Latin letter. What a report is made of takes about three
     * kilobytes an entry on top, for a moment: 5,000 entries of each sort did not fit into the 128 MiB of contract/jvm.options.
     */
    public static final TranscriptLimits DEFAULT =
            new TranscriptLimits(1_000, 4_096, 16_384, 2 * 1024 * 1024, 4 * 1024 * 1024);
}
