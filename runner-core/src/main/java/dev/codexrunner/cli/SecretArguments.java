package dev.codexrunner.cli;

import dev.codexrunner.config.Setting;
import dev.codexrunner.config.SettingCatalogue;
import dev.codexrunner.secret.Redactor;
import java.util.HashMap;
import java.util.Map;

/** Refuses secrets given as arguments, before anything else looks at them, and never repeats their value. */
final class SecretArguments {

    private static final String ACCESS_TOKEN =
            "--token-source with vault, file or stdin, or the variable CODEX_ACCESS_TOKEN";
    private static final String NEW_TOKEN =
            "another token, since this one is to be revoked: piped into rotation stage, or in a file for --token-file";
    private static final Map<String, String> REPLACEMENTS = replacements();

    private SecretArguments() {}

    static void refuse(String... arguments) {
        boolean rotation = arguments.length > 0 && arguments[0].equals("rotation");
        refuseOptions(rotation, arguments);
        if (rotation) {
            refuseTokens(arguments);
        }
    }

    private static void refuseOptions(boolean rotation, String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("--")) {
                return;
            }
            String option = argument.split("=", 2)[0];
            String replacement = REPLACEMENTS.get(option);
            if (replacement != null) {
                boolean newToken = rotation && replacement.equals(ACCESS_TOKEN);
                throw CliFailure.SECRET_AS_ARGUMENT
                        .with(option, newToken ? NEW_TOKEN : replacement)
                        .asException();
            }
        }
    }

    /** Whoever rotates has tokens in the clipboard, and no argument of a rotation is ever a text that may hold one. */
    private static void refuseTokens(String... arguments) {
        Redactor shapes = new Redactor();
        String option = "";
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                option = argument.split("=", 2)[0];
            }
            if (!shapes.redact(argument).equals(argument)) {
                throw CliFailure.TOKEN_AS_ARGUMENT
                        .with(Commands.PROGRAM + " rotation" + behind(option, shapes))
                        .asException();
            }
        }
    }

    /** Names the option that the token stands behind, unless the token is part of that name. */
    private static String behind(String option, Redactor shapes) {
        return option.isEmpty() || !shapes.redact(option).equals(option) ? "" : ", behind " + option + ",";
    }

    private static Map<String, String> replacements() {
        Map<String, String> map = new HashMap<>();
        for (String guess : new String[] {"--token", "--access-token", "--codex-access-token", "--api-key"}) {
            map.put(guess, ACCESS_TOKEN);
        }
        SettingCatalogue.all().stream()
                .filter(Setting::secret)
                .forEach(secret -> map.put(
                        "--" + secret.name(), "--" + secret.name() + "-file, or the variable " + secret.variable()));
        return Map.copyOf(map);
    }
}
