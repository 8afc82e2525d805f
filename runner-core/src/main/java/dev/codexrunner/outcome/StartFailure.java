package dev.codexrunner.outcome;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Why codex didn't even begin. In all of them {@code %1$s} is what it printed on stderr. */
public enum StartFailure implements FailureText {
    LOGIN_REFUSED(
            FailureKind.CREDENTIAL,
            false,
            "codex could not log in with the access token.",
            "codex said: %1$s",
            "Check with `codex-runner doctor` what is wrong with the token; create a new one if it is expired or revoked."),
    MANAGED_POLICY(
            FailureKind.POLICY,
            false,
            "The company's managed policy for codex refuses a setting of this run.",
            "codex said: %1$s",
            "Use a setting that the policy allows (often --sandbox), or have its owner change requirements.toml."),
    POLICY_FALLBACK(
            FailureKind.POLICY,
            false,
            "codex did not keep to the settings of this run.",
            "A managed policy, of this machine or of the workspace, put another value in the place of the one asked for,"
                    + " and codex works on under it. It said: %1$s",
            "Use a value that the policy allows (often --sandbox), or have the policy's owner allow the one asked for."),
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
    PROMPT_REFUSED(
            FailureKind.CONFIG,
            false,
            "codex could not read the prompt.",
            "codex said: %1$s",
            "Give the prompt as UTF-8 text."),
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
    LOGIN_RESTRICTED(
            FailureKind.CREDENTIAL,
            false,
            "The token is not of the workspace or kind that codex is restricted to.",
            "codex said: %1$s",
            "Use a token of the named workspace, or have the restriction (forced_login_method, forced_chatgpt_workspace_id) changed."),
    CODEX_CA_REFUSED(
            FailureKind.CONNECTIVITY,
            false,
            "codex could not use the CA certificates that it was given.",
            "codex said: %1$s",
            "Check the bundle with `codex-runner doctor`, and give the right one with --ca-bundle."),
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
    SANDBOX_PROGRAM_UNUSABLE(
            FailureKind.CODEX_START,
            false,
            "codex could not use bubblewrap, the program of its sandbox: it is missing, or not the one this codex was built with.",
            "codex said: %1$s",
            "Install codex whole and unchanged: its package has codex-resources/bwrap beside bin/, of the same version;"
                    + " `codex-runner doctor` tests the sandbox."),
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
            FailureKind.CONFIG,
            false,
            "codex did not understand its command line (exit code 2).",
            "codex said: %1$s",
            "Use a version of codex that this runner was tested with, and check the values of -c and --profile."),
    CODEX_DID_NOT_START(
            FailureKind.CODEX_START,
            false,
            "codex ended with exit code %2$s before it began to work.",
            "codex said: %1$s",
            "Read stderr.log in the report folder, and run `codex-runner doctor`.");

    private final FailureWords words;

    StartFailure(FailureKind kind, boolean retryable, String what, String why, String fix) {
        words = new FailureWords(kind, retryable, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
