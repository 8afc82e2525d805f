package dev.codexrunner.jenkins.request;

import java.util.Locale;

/** What the runner calls a job: it takes letters, digits, dots, hyphens and underscores, 64 at most, and Jenkins nearly everything. */
final class RunName {

    private static final int LONGEST = 64;
    private static final String UNNAMEABLE = "job";

    private RunName() {}

    /**
     * The job's own name as far as it goes, the end of it where it is too long. What would make two jobs one, as a name of
     * other letters does, is told apart by a number.
     */
    static String of(String job) {
        String name = beginning(job.replaceAll("[^A-Za-z0-9._-]", "_"));
        if (name.length() <= LONGEST && job.chars().allMatch(each -> each < 128)) {
            return name;
        }
        String number = String.format(Locale.ROOT, "-%08x", job.hashCode());
        String end = name.substring(Math.max(0, name.length() - (LONGEST - number.length())));
        return beginning(end) + number;
    }

    /** With a letter or digit in front. */
    private static String beginning(String name) {
        String begun = name.replaceFirst("^[._-]+", "");
        return begun.isEmpty() ? UNNAMEABLE : begun;
    }
}
