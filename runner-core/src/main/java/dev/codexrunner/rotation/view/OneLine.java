package dev.codexrunner.rotation.view;

import dev.codexrunner.report.ConsoleText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What others wrote (Vault's display names, the journal, labels, the service's words) on one line each: nothing in it can
 * forge a line, or hide or reorder what stands beside it.
 */
final class OneLine {

    private static final int LONGEST = 2_000;

    private final ConsoleText console;

    OneLine(ConsoleText console) {
        this.console = console;
    }

    /** One value, to be put between words of ours. */
    String of(String foreign) {
        return console.line(foreign.replaceAll("\\R", "\n"), LONGEST);
    }

    /** One line of output for each entry; the blanks that an entry begins with are ours, and kept. */
    String lines(List<String> entries) {
        return entries.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(String entry) {
        int indentation = 0;
        while (indentation < entry.length() && entry.charAt(indentation) == ' ') {
            indentation++;
        }
        return entry.substring(0, indentation) + of(entry.substring(indentation));
    }
}
