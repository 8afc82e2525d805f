package dev.codexrunner.credential;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Why a variable, a file or standard input gave no token. */
public enum TokenSourceFailure implements FailureText {
    TOKEN_VARIABLE_UNSET(
            "The variable %1$s, which is to hold the token, is not set.",
            "The token source is env, and the build did not pass the variable on.",
            "Bind the secret to %1$s in the build, or choose another --token-source."),
    TOKEN_VARIABLE_EMPTY(
            "The variable %1$s, which is to hold the token, is empty.",
            "CI systems set a variable to nothing when its secret does not exist or is withheld, as for builds of forks.",
            "Check the secret's name and whether this build may see it."),
    TOKEN_FILE_MISSING(
            "The token file %1$s does not exist.",
            "It was never written, is gone, or a folder above it can't be entered.",
            "Check --token-file and the step that writes the file."),
    TOKEN_FILE_NOT_REGULAR(
            "The token file %1$s is not a regular file.",
            "A directory, pipe or device is not read: it could hold the run up for ever.",
            "Name a regular file; or pipe the token in: exec with --token-source stdin, rotation stage without --token-file."),
    TOKEN_FILE_EXPOSED(
            "The token file %1$s can be read or written by others (mode %2$s).",
            "Every process of another user on this machine could take the token or replace it.",
            "Make it private: chmod 600 %1$s; if others could read it before, rotate the token."),
    TOKEN_FILE_FOREIGN(
            "The token file %1$s belongs to another user (%2$s).",
            "Whoever owns it decides which account the run is made with. Only this user and root may.",
            "Have it written by the user that runs the build (%3$s)."),
    TOKEN_FILE_LINK_FOREIGN(
            "The token file %1$s is a symbolic link that belongs to another user (%2$s).",
            "Whoever owns the link decides which file is read. Only this user and root may.",
            "Name the file itself, or have the link made by the user that runs the build (%3$s)."),
    TOKEN_FILE_MODE_UNKNOWN(
            "Who can read the token file %1$s can't be told.",
            "Its file system keeps no owner and mode.", "Put it on a local file system, or use --token-source stdin."),
    TOKEN_FILE_UNREADABLE(
            "The token file %1$s can't be read.",
            "The system refused it: %2$s.", "Make it readable for the user that runs the build, and for nobody else."),
    TOKEN_FILE_EMPTY(
            "The token file %1$s is empty.", "The step that writes it failed or has not run.", "Check that step."),
    TOKEN_FILE_TOO_LARGE(
            "The token file %1$s is larger than %2$s KiB.",
            "No token is that long.", "Check that the path names the token and nothing else."),
    TOKEN_STDIN_EMPTY(
            "Standard input, which is to hold the token, is empty.",
            "The command before the pipe printed nothing, or standard input is closed.",
            "Check that command, for instance: vault kv get -field=access_token ... | codex-runner exec --token-source stdin ..."),
    TOKEN_STDIN_TOO_LARGE(
            "Standard input, which is to hold the token, is longer than %1$s KiB.",
            "No token is that long.", "Pipe the token alone, one line."),
    TOKEN_STDIN_SEVERAL_LINES(
            "Standard input, which is to hold the token, has more than one line.",
            "Which of them is the token can't be told.",
            "Pipe the token alone, one line."),
    TOKEN_STDIN_UNREADABLE(
            "Standard input, which is to hold the token, can't be read.",
            "The system refused it: %1$s.",
            "Check how the build connects standard input.");

    private final FailureWords words;

    TokenSourceFailure(String what, String why, String fix) {
        words = new FailureWords(FailureKind.SECRET_SOURCE, false, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
