package dev.codexrunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codexrunner.FailureTexts;
import dev.codexrunner.failure.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NamedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("codex-runner ([a-z]+)(?: ([a-z]+(?:-[a-z]+)*))?");

    private final CommandLine program = new CommandLine(Commands.root(new WiredUseCases()));

    @Test
    void every_command_that_a_failure_names_exists() {
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (FailureText text : FailureTexts.all()) {
            Matcher matcher = COMMAND.matcher(String.join("\n", text.what(), text.why(), text.fix()));
            while (matcher.find()) {
                named.add(matcher.group(1));
                if (!exists(matcher)) {
                    missing.add(text.code() + ": " + matcher.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).contains("doctor", "config");
    }

    private boolean exists(Matcher named) {
        CommandLine command = program.getSubcommands().get(named.group(1));
        return command != null
                && (command.getSubcommands().isEmpty()
                        || Stream.of(named.group(2)).anyMatch(command.getSubcommands()::containsKey));
    }
}
