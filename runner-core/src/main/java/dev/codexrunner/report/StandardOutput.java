package dev.codexrunner.report;

import java.io.IOException;
import java.io.Writer;

/**
 * What goes to standard output, which is a contract: the final message, or report.json where asked. It lands in CI logs
 * more often than in a program, so it can't speak to the CI: text is neutralised, and JSON {@linkplain HarmlessJson
 * escaped}. report.json holds the message as it was.
 */
public final class StandardOutput {

    private StandardOutput() {}

    /**
     * report.json.
     *
     * @throws IOException when {@code out} takes nothing more
     */
    public static void writeJson(RunReport redacted, Writer out) throws IOException {
        ReportJson.write(redacted, new HarmlessJson(out));
    }

    /**
     * The final message with a line break at its end. Empty where the agent said nothing, or its work failed: half an answer
     * would be taken for a whole one by {@code x=$(codex-runner exec ...) || true}.
     *
     * @param judged the run as it was judged: an answer whose record is lost is whole
     */
    public static String answer(RunReport judged) {
        return judged.finalMessage()
                .filter(message -> !message.isEmpty() && judged.verdict().succeeded())
                .map(message ->
                        ReportJson.read(message).isPresent() ? harmlessJson(message) : ConsoleText.neutralised(message))
                .map(message -> message.endsWith("\n") ? message : message + "\n")
                .orElse("");
    }

    /** JSON that means the same and can't speak to the CI or its terminal. */
    public static String harmlessJson(String json) {
        return HarmlessJson.of(json);
    }
}
