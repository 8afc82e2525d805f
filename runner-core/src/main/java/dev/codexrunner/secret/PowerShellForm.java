package dev.codexrunner.secret;

import java.util.stream.Stream;

/** As PowerShell quotes it: quotes doubled, or a backtick in front. */
final class PowerShellForm implements SecretForm {

    @Override
    public Stream<String> of(String secret) {
        String backticks = secret.replace("`", "``").replace("$", "`$");
        return Stream.of(secret.replace("'", "''"), backticks.replace("\"", "`\""), backticks.replace("\"", "\"\""));
    }
}
