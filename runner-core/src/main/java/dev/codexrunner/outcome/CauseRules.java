package dev.codexrunner.outcome;

import dev.codexrunner.events.Excerpt;
import dev.codexrunner.failure.Failure;
import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which failure a message of codex stands for. A new message is a new line in a table and a line in its test's. */
final class CauseRules {

    private static final int MAX_CHARS = 4_096;
    private static final int SHOWN_CHARS = 600;
    private static final Pattern RETRY_AT = Pattern.compile("(?i)try again (at|in) (.{1,60}?)(?=\\.?$|\\.\\s|\\)|\")");

    /** A line of codex's log, as against what it tells its user. */
    private static final Pattern LOGGED = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ +(?:ERROR|WARN|INFO|DEBUG)\\b");

    private CauseRules() {}

    /** A message of {@code turn.failed} or {@code error}. Empty where no rule knows it. */
    static Optional<Failure> ofMessage(String message) {
        CodexMessage parts = CodexMessage.of(message);
        return TurnRules.ALL.stream()
                .filter(rule -> rule.like().test(parts))
                .findFirst()
                .map(rule -> explain(rule.failure(), message));
    }

    /**
     * Lines of stderr of a codex that did not begin. What it tells its user counts before its log, except that its log may
     * know why the policies could not be loaded.
     */
    static Optional<Failure> ofStart(StderrSummary stderr) {
        Predicate<String> logged = line -> LOGGED.matcher(line).find();
        Optional<Failure> told =
                first(stderr.excerpt().lines().filter(logged.negate()).toList());
        boolean enough = told.isPresent() && !told.get().code().equals(StartFailure.CLOUD_CONFIG.code());
        return enough
                ? told
                : first(stderr.excerpt().lines().filter(logged).toList())
                        .filter(cause -> told.isEmpty() || explainsPolicies(cause))
                        .or(() -> told);
    }

    private static boolean explainsPolicies(Failure cause) {
        return cause.kind() == FailureKind.CREDENTIAL || cause.kind() == FailureKind.CONNECTIVITY;
    }

    private static Optional<Failure> first(List<String> lines) {
        return StartRules.ALL.stream()
                .flatMap(rule -> lines.stream()
                        .filter(line -> rule.like().test(CodexMessage.of(line)))
                        .limit(1)
                        .map(line -> explain(rule.failure(), line)))
                .findFirst();
    }

    /** The failure, told in codex's own words. */
    static Failure explain(FailureText failure, String message) {
        String shown = message.isBlank() ? "nothing." : Excerpt.head(oneLine(message), SHOWN_CHARS);
        return failure.with(shown, retryAt(message));
    }

    private static String retryAt(String message) {
        Matcher at = RETRY_AT.matcher(oneLine(Excerpt.head(message, MAX_CHARS)));
        return at.find() ? " (" + at.group(1) + " " + at.group(2).strip() + ")" : "";
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
