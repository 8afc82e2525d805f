package dev.codexrunner.preflight;

import dev.codexrunner.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code codex login status} said about the token. */
public sealed interface LoginStatus {

    /** codex accepts the token. */
    record Accepted() implements LoginStatus {}

    /** It does not, and this is why. */
    record Refused(Failure failure) implements LoginStatus {}

    /**
     * It said something that we don't know: no ground to end a run.
     *
     * @param output what it said, bounded, not yet redacted
     */
    record Unclear(String output) implements LoginStatus {}

    /**
     * Reads codex's words.
     *
     * @param exitCode of {@code codex login status}
     * @param output its standard output and error
     */
    static LoginStatus read(int exitCode, String output) {
        if (exitCode == 0) {
            return new Accepted();
        }
        for (Rule rule : Rule.ALL) {
            Matcher matcher = rule.pattern.matcher(output);
            if (matcher.find()) {
                return new Refused(rule.failure.apply(matcher));
            }
        }
        return new Unclear(output.length() > Rule.DETAIL_CHARS ? output.substring(0, Rule.DETAIL_CHARS) : output);
    }

    /** One thing that codex can say. The first that fits counts, so the special stand before the general. */
    record Rule(Pattern pattern, Function<Matcher, Failure> failure) {

        private static final int DETAIL_CHARS = 500;
        private static final List<Rule> ALL = List.of(
                rule("kid (\\S+) is not trusted", found -> LoginFailure.LOGIN_TOKEN_UNKNOWN_KEY.with(found.group(1))),
                rule(
                        "failed to verify agent identity JWT.*?ExpiredSignature",
                        found -> LoginFailure.LOGIN_TOKEN_EXPIRED.with()),
                rule(
                        "failed to verify agent identity JWT.*?InvalidSignature",
                        found -> LoginFailure.LOGIN_TOKEN_SIGNATURE.with()),
                rule(
                        "failed to verify agent identity JWT.*?(InvalidAudience|InvalidIssuer)",
                        found -> LoginFailure.LOGIN_TOKEN_WRONG_CLAIMS.with(found.group(1))),
                // Issuer, audience and expiry have passed our own checks by now: the signature is what remains.
                rule("failed to verify agent identity JWT", found -> LoginFailure.LOGIN_TOKEN_SIGNATURE.with()),
                rule(
                        "failed to decode agent identity JWT:? ?([^\\n]*)",
                        found -> LoginFailure.LOGIN_TOKEN_MALFORMED.with(detail(found.group(1)))),
                rule(
                        "(?:agent task registration|personal access token metadata request) failed with status (\\d{3})[^\\n]*",
                        found -> byStatus(Integer.parseInt(found.group(1)), found.group())),
                rule(
                        "agent identity JWKS endpoint returned an error:? ?([^\\n]*)",
                        found -> LoginFailure.LOGIN_SERVICE_ERROR.with(detail(found.group(1)))),
                rule(
                        "(failed to request [^\\n]*|error sending request[^\\n]*)",
                        found -> LoginFailure.LOGIN_SERVICE_UNREACHABLE.with(detail(found.group(1)))),
                rule("Not logged in", found -> LoginFailure.LOGIN_NOT_USED.with()));

        private static Rule rule(String pattern, Function<Matcher, Failure> failure) {
            return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), failure);
        }

        private static Failure byStatus(int status, String words) {
            boolean workspace = words.toLowerCase(Locale.ROOT).contains("administrator");
            if (status == 403 || workspace) {
                return LoginFailure.LOGIN_WORKSPACE_REFUSED.with(status);
            }
            return status == 401 || status == 404 || status == 410
                    ? LoginFailure.LOGIN_TOKEN_REVOKED.with(status)
                    : LoginFailure.LOGIN_SERVICE_ERROR.with("status " + status);
        }

        /** One line, without what a terminal would obey. */
        private static String detail(String words) {
            String clean = words.replaceAll("\\p{Cntrl}", " ").strip();
            return clean.length() > DETAIL_CHARS ? clean.substring(0, DETAIL_CHARS) : clean;
        }
    }
}
