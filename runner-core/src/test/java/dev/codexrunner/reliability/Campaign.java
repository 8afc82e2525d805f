package dev.codexrunner.reliability;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many inputs a seeded test tries: a part in every build, all of them in {@code scripts/test --campaign}. */
public final class Campaign {

    private static final long A_HANDFUL = 100;
    private static final int A_PART = 16;

    private Campaign() {}

    /** Whether this is {@code scripts/test --campaign}. */
    public static boolean isFull() {
        return "full".equals(System.getProperty("codexrunner.campaign"));
    }

    /** Whether a handful of inputs will do: in mutation testing, which starts the tests hundreds of times, and on a second JDK. */
    static boolean isBrief() {
        return "few".equals(System.getProperty("codexrunner.campaign"));
    }

    /** The number of inputs to try. */
    public static long size(long inEveryBuild, long inTheCampaign) {
        if (isBrief()) {
            return Math.min(inEveryBuild, A_HANDFUL);
        }
        return isFull() ? inTheCampaign : inEveryBuild;
    }

    /** The length of an input that is long to show that time and memory stay bounded; enough of it to see that in mutants. */
    public static int length(int inEveryBuild) {
        return isBrief() ? inEveryBuild / A_PART : inEveryBuild;
    }

    /** As below, of what has no seed. */
    public static void tried(String what, long inputs, String found) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("inputs", inputs);
        row.put("found", found);
        row.put("full", isFull());
        RunRecords.write("campaigns", what, row);
    }

    /**
     * Says what was tried, for docs/reliability.md; call it at the end of the test.
     *
     * @param what "redaction splits", "mutated events", ...
     * @param seed that repeats it
     * @param found what came of it, in a few words: "no leak"
     */
    public static void tried(String what, long inputs, long seed, String found) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("inputs", inputs);
        row.put("seed", seed);
        row.put("found", found);
        row.put("full", isFull());
        RunRecords.write("campaigns", what, row);
    }
}
