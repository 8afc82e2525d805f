package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What stands between a completed turn and a success: outputs that were asked for, and what {@code --fail-on} names. */
public enum OutputFailure implements FailureText {
    OUTPUT_MISSING(
            FailureKind.OUTPUT_INVALID,
            true,
            "The agent gave no final message.",
            "--output-schema asks for one.",
            "Say in the prompt that the answer must be the JSON that the schema describes."),
    OUTPUT_TOO_LONG(
            FailureKind.OUTPUT_INVALID,
            false,
            "The final message is too long to be checked (%1$s characters).",
            "The bound protects the runner's memory.",
            "Have the agent write large results to a file and check that with --require."),
    OUTPUT_NOT_JSON(
            FailureKind.OUTPUT_INVALID,
            true,
            "The final message is no JSON.",
            "%1$s",
            "Say in the prompt that the answer must be JSON alone, without text or code fences around it."),
    OUTPUT_BREAKS_SCHEMA(
            FailureKind.OUTPUT_INVALID,
            true,
            "The final message does not satisfy the output schema.",
            "%1$s",
            "Make prompt and schema agree; codex asks the model to follow the schema but doesn't check it."),
    REQUIRED_OUTPUT_MISSING(
            FailureKind.OUTPUT_INVALID,
            true,
            "A required output is missing.",
            "%1$s",
            "Say in the prompt which files are expected where, and use --sandbox workspace-write if files are to be written."),
    PATCH_FAILED(
            FailureKind.TURN_FAILED,
            true,
            "%1$s of the agent's patches did not apply.",
            "--fail-on patch-failed makes that a failure.",
            "See stderr.log for what did not match; run again, or drop --fail-on patch-failed."),
    DECLINED(
            FailureKind.POLICY,
            false,
            "%1$s of the agent's actions were refused.",
            "--fail-on declined makes that a failure; nobody can approve anything in a headless run.",
            "Give the task what it needs with --sandbox or --add-dir, or tell the agent to do without."),
    COMMAND_FAILED(
            FailureKind.TURN_FAILED,
            true,
            "%1$s of the agent's commands failed.",
            "--fail-on command-failed makes that a failure. The first was: %2$s",
            "See the commands in the report; drop --fail-on command-failed if the agent may try things out."),
    EVENT_GAP(
            FailureKind.NO_VERDICT,
            true,
            "%1$s events of the stream were lost or could not be read.",
            "--fail-on event-gap makes that a failure, since what they told is not known.",
            "Run again; see events.jsonl for the places."),
    SCHEMA_NOT_READABLE(
            FailureKind.CONFIG,
            false,
            "The output schema %1$s can't be read.",
            "%2$s",
            "Give a readable file to --output-schema."),
    SCHEMA_NOT_JSON(
            FailureKind.CONFIG, false, "The output schema %1$s is no JSON.", "%2$s", "Mend the file at that place."),
    SCHEMA_INVALID(
            FailureKind.CONFIG,
            false,
            "The output schema %1$s is no valid JSON Schema.",
            "%2$s",
            "Mend the file; references must point into the file itself, nothing is fetched.");

    private final FailureWords words;

    OutputFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
