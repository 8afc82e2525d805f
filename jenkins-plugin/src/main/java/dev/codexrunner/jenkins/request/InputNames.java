package dev.codexrunner.jenkins.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the runner says to those who wrote a command line, for those who wrote a Jenkinsfile: options become the inputs that
 * set them, and the settings file that the plugin wrote is not named.
 */
public final class InputNames {

    private static final Map<String, String> INPUTS = inputs();

    /** Of commands that a reader of the runner's words may well type: they are no settings. */
    private static final Set<String> NO_SETTINGS =
            Set.of("config", "depth", "help", "security-opt", "version", "with-access-token");

    private static final String WITHOUT_INPUT = " in config";

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![\\w-])");

    /** A place in that file, and the key that stands there. */
    private static final Pattern IN_SETTINGS = Pattern.compile(
            "(?:/\\S*)?/codex-runner/[0-9a-f-]{36}/settings\\.yaml(?::\\d+)*:? (?:([a-z][a-z0-9-]*)\\b)?");

    /** The agent's own, which is long and nobody's business on a page. */
    private static final Pattern SEARCH_PATH = Pattern.compile("(every folder of PATH) \\([^)\\n]*\\)");

    private InputNames() {}

    /** A reason or what to do, as the runner wrote it. */
    public static String in(String text) {
        String placed = IN_SETTINGS
                .matcher(text)
                .replaceAll(place -> place.group(1) == null ? "" : Matcher.quoteReplacement(input(place.group(1))));
        String named = OPTION.matcher(placed)
                .replaceAll(option -> Matcher.quoteReplacement(
                        NO_SETTINGS.contains(option.group(1)) ? option.group() : input(option.group(1))));
        return SEARCH_PATH.matcher(named).replaceAll("$1");
    }

    private static String input(String key) {
        return INPUTS.getOrDefault(key, key + WITHOUT_INPUT);
    }

    private static Map<String, String> inputs() {
        Map<String, String> inputs = new HashMap<>(SettingNames.WITH_INPUT);
        inputs.put("prompt-file", "promptFile");
        inputs.put("paths-file", "paths");
        inputs.put("report-dir", "the folder of the run");
        inputs.put("allow-danger-full-access", "sandbox: 'danger-full-access'");
        inputs.put(SettingNames.CA_BUNDLE, "caBundle");
        inputs.put("token-source", "vault or credentialsId");
        inputs.put("token-env", "credentialsId");
        inputs.put("token-file", "credentialsId");
        for (String secret : new String[] {
            "jwt-file", "password-file", "role-id", "secret-id-file", "token-file", "username", "wrapped"
        }) {
            inputs.put("vault-" + secret, "vault.credentialsId");
        }
        return Map.copyOf(inputs);
    }
}
