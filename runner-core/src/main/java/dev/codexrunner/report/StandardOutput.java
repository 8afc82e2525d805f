package dev.codexrunner.report;

import dev.codexrunner.config.ReportConfig;

/**
 * What goes to standard output, which is a contract: the final message, or report.json where asked. The message is as the
 * agent wrote it but for secrets, since programs read it; wrappers that show it in a CI log fence it.
 */
public final class StandardOutput {

    private StandardOutput() {}

    /** @return the text to print, with a line break at its end; empty where the agent said nothing */
    public static String render(RunReport redacted, ReportConfig config) {
        if (config.json()) {
            return ReportJson.write(redacted);
        }
        return redacted.finalMessage()
                .filter(message -> !message.isEmpty())
                .map(message -> message.endsWith("\n") ? message : message + "\n")
                .orElse("");
    }
}
