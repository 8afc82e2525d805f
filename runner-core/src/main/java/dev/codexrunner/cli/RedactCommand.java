package dev.codexrunner.cli;

import dev.codexrunner.preflight.KnownSecrets;
import dev.codexrunner.secret.Redactor;
import dev.codexrunner.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code redact}: standard input to standard output through the redactor. */
final class RedactCommand implements Command {

    private static final String ENV = "--secret-env";
    private static final String FILE = "--secret-file";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("redact");
        spec.usageMessage()
                .description(
                        "Copies standard input to standard output without the secrets in it: those of the variables that"
                                + " exec takes for secrets too (codex's, Vault's and codex-runner's own, and all whose"
                                + " names say it, such as *_TOKEN), and those named here.");
        spec.addOption(repeatable(ENV, "NAME", "variable that holds a further secret (repeatable)"));
        spec.addOption(repeatable(FILE, "PATH", "file that holds a further secret (repeatable)"));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        Redactor redactor = new Redactor();
        Options.texts(arguments, ENV).forEach(name -> redactor.learn(variable(name, surroundings)));
        Options.texts(arguments, FILE).forEach(file -> redactor.learn(file(Path.of(file))));
        KnownSecrets.ofVariables(surroundings.environment()).forEach(redactor::learn);
        redactor.notices().forEach(notice -> surroundings.err().println("warning: " + notice));
        copy(redactor, surroundings);
        return 0;
    }

    private static void copy(Redactor redactor, Surroundings surroundings) {
        try {
            OutputStream redacted = redactor.redacting(surroundings.out());
            surroundings.in().transferTo(redacted);
            redacted.close();
        } catch (IOException broken) {
            throw CliFailure.COPY_FAILED.with().asException();
        }
        // A PrintStream swallows errors; text lost on a full disk must not look like text that was never there.
        if (surroundings.out().checkError()) {
            throw CliFailure.COPY_FAILED.with().asException();
        }
    }

    private static Secret variable(String name, Surroundings surroundings) {
        String value = surroundings.environment().getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw CliFailure.SECRET_MISSING.with("The variable " + name, ENV).asException();
        }
        return Secret.of(name, value);
    }

    private static Secret file(Path file) {
        try {
            Secret secret = Secret.of(file.toString(), Files.readString(file).strip());
            if (!secret.isBlank()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // Falls through: an unreadable file and an empty one both leave the secret unknown.
        }
        throw CliFailure.SECRET_MISSING.with("The file " + file, FILE).asException();
    }

    private static OptionSpec repeatable(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }
}
