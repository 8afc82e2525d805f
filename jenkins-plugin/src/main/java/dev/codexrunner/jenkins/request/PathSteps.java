package dev.codexrunner.jenkins.request;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What can be told of a path on an agent, whose system is not this one's. */
final class PathSteps {

    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private PathSteps() {}

    static boolean leadsUp(String path) {
        return Arrays.asList(SEPARATORS.split(path, -1)).contains("..");
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/")
                || path.startsWith("\\")
                || path.startsWith("~")
                || DRIVE.matcher(path).matches();
    }
}
