package dev.codexrunner.report.findings;

import java.util.Optional;

/**
 * Where a finding is, as far as its path can be believed. The path is the agent's text: it may lead out of the repository,
 * name another machine, or hold what no path holds; then it is shown as text, and no tool is sent there.
 */
public sealed interface FindingPlace {

    /** @param file as the agent gave it; empty where no single file is meant */
    static FindingPlace of(Optional<String> file) {
        return FindingPaths.place(file);
    }

    /** @param path from the repository's root, without {@code .} and {@code ..} */
    record InRepository(String path) implements FindingPlace {

        /** Relative, with what a URI can't hold in percent signs. */
        public String uri() {
            return FindingPaths.percentEncoded(path);
        }
    }

    /**
     * A file somewhere on the machine of the run; whether that is in the repository, the report can't tell.
     *
     * @param path absolute, or with a drive's letter
     */
    record OnMachine(String path) implements FindingPlace {

        public String uri() {
            boolean drive = !path.startsWith("/");
            return "file://"
                    + (drive
                            ? "/" + path.substring(0, 2) + FindingPaths.percentEncoded(path.substring(2))
                            : FindingPaths.percentEncoded(path));
        }
    }

    /** @param text that is no path to follow */
    record NoPlace(String text) implements FindingPlace {}

    /** No single file is meant. */
    record Everywhere() implements FindingPlace {}
}
