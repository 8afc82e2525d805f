package dev.codexrunner.rotation;

import java.util.random.RandomGenerator;

/** A task that every model can do, and whose answer nobody can know beforehand. Pure. */
final class KnownAnswer {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 6;
    private static final int LONGEST_EXCERPT = 120;

    private KnownAnswer() {}

    /** A word that is none. */
    static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < SYLLABLES; syllable++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    static String prompt(String word) {
        return "Reply with exactly this word and nothing else: " + word;
    }

    static boolean isGiven(String answer, String word) {
        return answer.strip().equals(word);
    }

    /** The beginning of an answer, on one line. */
    static String excerpt(String answer) {
        String line = answer.replaceAll("\\p{Cntrl}", " ").strip();
        if (line.isEmpty()) {
            return "nothing";
        }
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "...";
    }
}
