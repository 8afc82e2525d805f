package dev.codexrunner.preflight;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can be wrong with the prompt. */
public enum PromptFailure implements FailureText {
    PROMPT_EMPTY(
            "The prompt from %1$s is empty.",
            "It has no character besides white space, and codex would refuse it.",
            "Check what writes it: in a pipeline, an earlier step may have failed."),
    PROMPT_TOO_LARGE(
            "The prompt from %1$s is larger than %2$s MiB.",
            "No model takes so much, and a file of that size is mostly there by mistake.",
            "Let the prompt name files in the working folder; the agent can read them."),
    PROMPT_NOT_TEXT(
            "The prompt from %1$s is not UTF-8 text.",
            "Byte %2$s does not fit. It may be a binary file, or text in another encoding.",
            "Convert it: iconv -f ORIGINAL -t UTF-8."),
    PROMPT_UNREADABLE(
            "The prompt from %1$s can't be read: %2$s.",
            "The file is missing, a folder, or not readable by this user.",
            "Check the path, which is taken from the folder that the runner was started in.");

    private final FailureWords words;

    PromptFailure(String what, String why, String fix) {
        words = new FailureWords(FailureKind.CONFIG, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
