package dev.codexrunner.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the prompt comes from. */
public sealed interface PromptSource {

    /** The argument that stands for standard input. */
    String STANDARD_INPUT_ARGUMENT = "-";

    /** Given as an argument. */
    record Text(String prompt) implements PromptSource {}

    /** A file. */
    record File(Path path) implements PromptSource {}

    /** Standard input, to its end. */
    record StandardInput() implements PromptSource {}

    /** The source that argument and {@code --prompt-file} name; empty if neither does. */
    static Optional<PromptSource> of(Optional<String> argument, Optional<Path> promptFile) {
        if (argument.isPresent()) {
            String text = argument.get();
            return Optional.of(text.equals(STANDARD_INPUT_ARGUMENT) ? new StandardInput() : new Text(text));
        }
        return promptFile.map(File::new);
    }
}
