package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/**
 * How a run of codex can fail, in words. In all that codex itself explains, {@code %1$s} is its own message and
 * {@code %2$s} a time to try again, as a clause of its own or empty.
 */
public enum OutcomeFailure implements FailureText {
    TOKEN_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "The Codex backend refused the access token (401).",
            "codex said: %1$s",
            "Check with `codex-runner doctor` whether the token is expired or revoked; if so, create a new one and rotate it in."),
    WORKSPACE_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "The workspace refused the access token (403).",
            "codex said: %1$s",
            "Ask your ChatGPT administrator to allow access tokens and Codex for the token's owner in this workspace."),
    LOGIN_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "codex could not log in with the access token.",
            "codex said: %1$s",
            "Check with `codex-runner doctor` what is wrong with the token; create a new one if it is expired or revoked."),
    PROXY_AUTHENTICATION(
            FailureKind.CONNECTIVITY,
            false,
            "The proxy asks for credentials (407).",
            "codex said: %1$s",
            "Put the proxy's user and password into HTTPS_PROXY, or let the Codex hosts pass without them."),
    CODEX_PROXY_PAGE(
            FailureKind.CONNECTIVITY,
            false,
            "Something between here and the Codex backend answered with a web page.",
            "codex said: %1$s",
            "Let the proxy pass chatgpt.com and api.openai.com for this machine, or add them to NO_PROXY."),
    CERTIFICATE_NOT_TRUSTED(
            FailureKind.CONNECTIVITY,
            false,
            "codex does not trust the certificate that it was shown.",
            "codex said: %1$s",
            "Give the company's CA with --ca-bundle; `codex-runner doctor` shows who signed the certificate."),
    CODEX_CONNECTION_FAILED(
            FailureKind.CONNECTIVITY,
            true,
            "codex could not reach its backend.",
            "codex said: %1$s",
            "Check network, DNS, HTTPS_PROXY and --ca-bundle with `codex-runner doctor`."),
    USAGE_LIMIT(
            FailureKind.LIMITED,
            false,
            "The token's owner has hit the usage limit.",
            "codex said: %1$s",
            "Run again later%2$s, or have the workspace's administrator add credits."),
    QUOTA_EXCEEDED(
            FailureKind.LIMITED,
            false,
            "The quota is used up.",
            "codex said: %1$s",
            "Have the workspace's administrator check plan and billing, then run again%2$s."),
    RATE_LIMITED(
            FailureKind.LIMITED,
            true,
            "The Codex backend limits the rate of requests (429).",
            "codex said: %1$s",
            "Run again later%2$s, with fewer runs at the same time."),
    MODEL_AT_CAPACITY(
            FailureKind.LIMITED,
            true,
            "The model is at capacity.",
            "codex said: %1$s",
            "Run again later%2$s, or choose another model with --model."),
    CONTEXT_WINDOW(
            FailureKind.TURN_FAILED,
            false,
            "The task did not fit into the model's context window.",
            "codex said: %1$s",
            "Split the task, shorten prompt and AGENTS.md, or begin a new thread instead of resuming one."),
    REQUEST_REFUSED(
            FailureKind.TURN_FAILED,
            false,
            "The Codex backend refused the request as wrong.",
            "codex said: %1$s",
            "Check --model and --output-schema; a strict schema lists every property as required and allows no others."),
    SERVICE_ERROR(
            FailureKind.TURN_FAILED,
            true,
            "The Codex backend had an error of its own.",
            "codex said: %1$s",
            "Run again later%2$s; see https://status.openai.com for known trouble."),
    STREAM_LOST(
            FailureKind.TURN_FAILED,
            true,
            "The connection to the model broke and could not be mended.",
            "codex said: %1$s",
            "Run again; if it keeps happening, look for a proxy that cuts long connections."),
    TURN_FAILED(
            FailureKind.TURN_FAILED,
            true,
            "codex reported that the turn failed.",
            "codex said: %1$s",
            "Read the message; events.jsonl and stderr.log in the report folder show what led to it."),
    MANAGED_POLICY(
            FailureKind.POLICY,
            false,
            "The company's managed policy for codex refuses a setting of this run.",
            "codex said: %1$s",
            "Use a setting that the policy allows (often --sandbox), or have its owner change requirements.toml."),
    CLOUD_CONFIG(
            FailureKind.CODEX_START,
            true,
            "codex could not load the workspace's managed policies and did not start.",
            "codex said: %1$s",
            "Check token and network with `codex-runner doctor`; codex starts only when it can read these policies."),
    NOT_A_TRUSTED_DIRECTORY(
            FailureKind.CODEX_START,
            false,
            "The working folder is no git repository, so codex did not start.",
            "codex said: %1$s",
            "Point --cd to a checkout, or give --skip-git-repo-check if that is intended."),
    NO_PROMPT(
            FailureKind.CONFIG,
            false,
            "The prompt is empty.",
            "codex said: %1$s",
            "Give the prompt as an argument, with --prompt-file, or on standard input with `-`."),
    SCHEMA_FILE_REFUSED(
            FailureKind.CONFIG,
            false,
            "codex could not use the output schema file.",
            "codex said: %1$s",
            "Give a readable file with a JSON Schema to --output-schema."),
    LAST_MESSAGE_FILE(
            FailureKind.CODEX_START,
            false,
            "codex could not open the file for its last message.",
            "codex said: %1$s",
            "Check that the folder exists and can be written, and that the disk has room."),
    UNKNOWN_THREAD(
            FailureKind.CONFIG,
            false,
            "The thread to resume does not exist in this CODEX_HOME.",
            "codex said: %1$s",
            "Give --resume a thread id of an earlier run, and --codex-home the same folder as in that run."),
    CODEX_CONFIG(
            FailureKind.CONFIG,
            false,
            "codex could not read its configuration.",
            "codex said: %1$s",
            "Mend the setting in -c, --profile or the config.toml of --codex-home."),
    REQUIRED_MCP_SERVER(
            FailureKind.CODEX_START,
            false,
            "A required MCP server did not start, and so codex did not.",
            "codex said: %1$s",
            "Mend the server, or make it not required in the configuration that names it."),
    SANDBOX_UNAVAILABLE(
            FailureKind.CODEX_START,
            false,
            "codex could not set up its sandbox on this machine.",
            "codex said: %1$s",
            "Allow unprivileged user namespaces or Landlock in this container; `codex-runner doctor` tests the sandbox."),
    CODEX_HOME_REFUSED(
            FailureKind.CODEX_START,
            false,
            "codex could not use its CODEX_HOME.",
            "codex said: %1$s",
            "Give --codex-home an existing folder that this user can write."),
    CODEX_USAGE(
            FailureKind.CODEX_START,
            false,
            "codex did not understand its command line (exit code 2).",
            "codex said: %1$s",
            "Use a version of codex that this runner was tested with, and check the values of -c and --profile."),
    CODEX_DID_NOT_START(
            FailureKind.CODEX_START,
            false,
            "codex ended with exit code %2$s before it began to work.",
            "codex said: %1$s",
            "Read stderr.log in the report folder, and run `codex-runner doctor`."),
    CODEX_KILLED(
            FailureKind.NO_VERDICT,
            true,
            "codex was ended by signal %1$s from outside.",
            "%2$s",
            "Find out who sent the signal; for KILL look into the system's log for the out-of-memory killer and give the job more memory."),
    NO_TERMINAL_EVENT(
            FailureKind.NO_VERDICT,
            true,
            "codex ended with exit code %1$s, but its stream has no end of the turn.",
            "Whether the work was done can't be told.%2$s",
            "Read stderr.log in the report folder; run again."),
    EXIT_CONTRADICTS_STREAM(
            FailureKind.NO_VERDICT,
            true,
            "The turn completed, but codex ended with exit code %1$s.",
            "Something failed after the turn.%2$s",
            "Read stderr.log in the report folder; run again."),
    EXIT_UNKNOWN(
            FailureKind.NO_VERDICT,
            true,
            "Nobody saw how codex ended.",
            "The runner was ended before codex, and the stream alone proves no success.",
            "Run again; if codex's exit code is known, give it to `replay --codex-exit-code`."),
    OVERALL_TIMEOUT(
            FailureKind.TIMEOUT,
            true,
            "The run took longer than --timeout allows and was ended.",
            "%1$s",
            "Give it more time with --timeout, or a smaller task."),
    IDLE_TIMEOUT(
            FailureKind.TIMEOUT,
            true,
            "codex was silent for longer than --idle-timeout allows and was ended.",
            "%1$s",
            "See in events.jsonl what it was doing; give quiet commands more time with --idle-timeout."),
    BUDGET_EXCEEDED(
            FailureKind.POLICY,
            false,
            "The run used more tokens than --max-tokens allows and was ended.",
            "A budget is a hard bound.",
            "Raise --max-tokens, or give a smaller task."),
    OUTPUT_NOT_TAKEN_IN(
            FailureKind.REPORT_IO,
            false,
            "What codex printed could no longer be taken in, so it was ended.",
            "Most often the disk with the report folder is full.",
            "Make room, or choose another folder with --report-dir."),
    CANCELLED(
            FailureKind.CANCELLED,
            false,
            "The run was cancelled by signal %1$s.",
            "The runner was told to end and ended codex first.",
            "Run again when it suits."),
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

    OutcomeFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
