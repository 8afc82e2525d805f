package dev.codexrunner.cli;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can be wrong with a command line, and the words for a bug of ours. */
enum CliFailure implements FailureText {
    COMMAND_MISSING(
            FailureKind.CONFIG,
            "No command is given.",
            "The program does nothing by itself.",
            "Start with codex-runner exec, or read codex-runner --help."),
    UNKNOWN_COMMAND(
            FailureKind.CONFIG,
            "%1$s is no command.",
            "The commands are %2$s.",
            "%3$s Each is explained by %4$s --help."),
    UNKNOWN_OPTION(
            FailureKind.CONFIG,
            "%1$s is no option of %2$s.",
            "A misspelt option would silently leave its default in force.",
            "%3$s All options are shown by %2$s --help."),
    UNEXPECTED_ARGUMENT(
            FailureKind.CONFIG,
            "%1$s is one argument too many for %2$s.",
            "A text with blanks in it must be one quoted argument.",
            "Quote it, or remove it; see %2$s --help."),
    TOKEN_AS_ARGUMENT(
            FailureKind.CONFIG,
            "An argument of %1$s may be a token; it is not repeated here.",
            "Tokens are never arguments: every user of the machine can read those, and shells and CI logs keep them.",
            "If it is one, treat it as leaked: revoke it, remove it from the shell's history and from logs, create another one"
                    + " and pipe that in, or name a private file with --token-file."),
    NO_ARGUMENTS_TAKEN(
            FailureKind.CONFIG,
            "%1$s is one argument too many for %2$s.",
            "%2$s takes options only.",
            "Remove it, or put its option before it; see %2$s --help."),
    MISSING_ARGUMENT(FailureKind.CONFIG, "%1$s is missing.", "%2$s can't do without it.", "Add it; see %2$s --help."),
    VALUE_MISSING(
            FailureKind.CONFIG,
            "%1$s has no value.",
            "It takes the argument after it, and there is none that can be one.",
            "Give it a value, or leave it out; see %2$s --help."),
    WRONG_ARGUMENT(FailureKind.CONFIG, "%1$s is %2$s.", "It must be %3$s.", "Correct it."),
    SECRET_AS_ARGUMENT(
            FailureKind.CONFIG,
            "%1$s is not accepted as an argument.",
            "Every user of the machine can read arguments, and shells and CI logs keep them; take the value for disclosed.",
            "Use %2$s."),
    TOKEN_WOULD_BE_SHOWN(
            FailureKind.CONFIG,
            "Standard input is a terminal, on which the token would be shown.",
            "The echo can't be switched off where standard output leads elsewhere.",
            "Pipe the token in, for instance from a password manager: pass show codex | codex-runner rotation stage ...;"
                    + " or name a private file with --token-file."),
    STAGED_TOKEN_EMPTY(
            FailureKind.CONFIG,
            "There is no new token: standard input is empty.",
            "The command before the pipe printed nothing, or standard input is closed.",
            "Pipe the newly created token in, for instance from a password manager: pass show codex |"
                    + " codex-runner rotation stage ...; or name a private file with --token-file."),
    TOKEN_NOT_TYPED(
            FailureKind.CONFIG,
            "No token was entered.",
            "The line was empty, or the terminal was closed.",
            "Start again and paste the token; or pipe it in, or name a private file with --token-file."),
    STAGED_TOKEN_AWAITED(
            FailureKind.SECRET_SOURCE,
            "The new token did not come in whole within %1$s (--timeout).",
            "Nobody entered it, or the command before the pipe has not ended: standard input is read to its end.",
            "See what that command waits for, such as a password; or name a private file with --token-file. Nothing was"
                    + " changed in Vault."),
    SECRET_MISSING(
            FailureKind.CONFIG,
            "%1$s holds no secret.",
            "Going on would let through what %2$s was to hide.",
            "Correct the name, or remove the option."),
    JVM_OPTIONS_REFUSED(
            FailureKind.POLICY,
            "The environment gives this JVM options that a process with a secret must not have: %1$s.",
            "They were in force before the program could look at them; nothing was fetched.",
            "Unset the variable for this step, or start with scripts/codex-runner, which removes it."),
    ROTATION_TIMED_OUT(
            FailureKind.TIMEOUT,
            "The command did not come to its end within %1$s.",
            "Vault or the service was too slow, or --timeout is too short. What was begun is finished by whoever repeats it.",
            "See where the rotation stands with codex-runner rotation status, and repeat the step that it names, if need be"
                    + " with a longer --timeout."),
    ROTATION_HALTED(
            FailureKind.TIMEOUT,
            "The command did not come to its end, and was halted more than a minute after --timeout.",
            "What it waited for heeds no interrupt: a pipe that nobody reads, a dead network drive, a machine under too much"
                    + " load. Its Vault token lives on until its TTL ends.",
            "See where the rotation stands with codex-runner rotation status, and repeat the step that it names; a check"
                    + " only reads, and can be started again."),
    COPY_FAILED(
            FailureKind.REPORT_IO,
            "Standard input could not be copied to standard output in full.",
            "One of them broke.",
            "Check what reads the output, and the disk it is written to."),
    RESULT_NOT_PRINTED(
            FailureKind.REPORT_IO,
            "The result could not be written to standard output.",
            "Its reader has gone, or the disk behind it is full.",
            "Read it from report.json in the report folder; check what standard output leads to."),
    INTERNAL_ERROR(
            FailureKind.INTERNAL,
            "This is a bug of codex-runner (%1$s at %2$s).",
            "The message is left out because it may hold a secret.",
            "Please report it with the output of codex-runner version; CODEX_RUNNER_DEBUG=1 shows where it happened.");

    private final FailureWords words;

    CliFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
