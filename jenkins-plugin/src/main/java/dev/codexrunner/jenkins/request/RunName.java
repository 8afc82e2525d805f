package dev.codexrunner.jenkins.request;

import java.util.regex.Pattern;

/** The name that the runner knows a job by, made of the job's own, which may have slashes, blanks and any letter. */
final class RunName {

    /** As the runner takes it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern LEADING = Pattern.compile("^[^A-Za-z0-9]+");
    private static final int LONGEST_READABLE = 55;

    private RunName() {}

    /** @param job its full name; where more than slashes has to be replaced, a digest keeps it apart from the others */
    static String of(String job) {
        String dotted = job.replace('/', '.');
        if (PLAIN.matcher(dotted).matches()) {
            return dotted;
        }
        String readable =
                LEADING.matcher(OTHERS.matcher(dotted).replaceAll("-")).replaceFirst("");
        String kept = readable.substring(0, Math.min(readable.length(), LONGEST_READABLE));
        return (kept.isEmpty() ? "job" : kept) + "-%08x".formatted(job.hashCode());
    }
}
