package dev.codexrunner.report;

import dev.codexrunner.config.ReportConfig;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What goes to standard output, which is a contract: the final message, or report.json where asked. It lands in CI logs
 * more often than in a program, so it can't speak to the CI: text is neutralised, and in JSON a {@code ##} and what a
 * terminal obeys is written with an escape that every parser undoes. report.json holds the message as it was.
 */
public final class StandardOutput {

    /** Characters that JSON lets stand in a string as they are, and a terminal obeys or doesn't show. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\x7F-\\x9F\\u2028\\u2029\\p{Cf}&&[\\x{0}-\\x{FFFF}]]");

    private StandardOutput() {}

    /** The text to print, with a line break at its end; empty where the agent said nothing, or the run failed. */
    public static String render(RunReport redacted, ReportConfig config) {
        if (config.json()) {
            return harmlessJson(ReportJson.write(redacted));
        }
        // Half an answer of a failed run would be taken for a whole one by x=$(codex-runner exec ...) || true.
        return redacted.finalMessage()
                .filter(message -> !message.isEmpty() && redacted.verdict().exitCode() == 0)
                .map(message ->
                        ReportJson.read(message).isPresent() ? harmlessJson(message) : ConsoleText.neutralised(message))
                .map(message -> message.endsWith("\n") ? message : message + "\n")
                .orElse("");
    }

    /**
     * JSON that means the same and can't speak to the CI or its terminal.
     *
     * <p>Outside of strings JSON has no {@code #} and none of the invisible characters, a carriage return is mere blank there,
     * and no line of it begins with {@code ::}.
     */
    public static String harmlessJson(String json) {
        String visible = INVISIBLE
                .matcher(json.replace('\r', ' '))
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
        return visible.replace("##", "#\\u0023");
    }
}
