package dev.codexrunner.config;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** What can be wrong with a configuration. In all of them the first argument is the place. */
public enum ConfigFailure implements FailureText {
    SEVERAL_PROBLEMS("The configuration has %1$s problems.", "%2$s", "Mend them all, then repeat the command."),
    INVALID_VALUE("%1$s is %2$s.", "It must be %3$s.", "Correct it, or leave it out where it may be."),
    EMPTY_VALUE(
            "%1$s is empty.",
            "An empty value mostly means that a variable or a secret was not filled in.",
            "Give it a value, or remove it."),
    REPEATED_VALUE(
            "%1$s is given more than once.",
            "It takes one value only, and none of them is more right than the other.", "Keep one."),
    UNKNOWN_SETTING(
            "%1$s is no setting.",
            "A misspelt setting would silently leave its default in force.",
            "%2$s All settings stand in docs/configuration.md."),
    REMOVED_SETTING("%1$s was removed.", "It is gone since version %2$s.", "Use %3$s instead."),
    SECRET_IN_FILE(
            "%1$s is a secret in a file that gets copied, committed and printed.",
            "Secrets are read from a variable or a file of their own.", "Remove it; use %2$s or the variable %3$s."),
    FILE_UNREADABLE("%1$s can't be read.", "%2$s", "Check the path given to --config and its permissions."),
    FILE_TOO_LARGE(
            "%1$s is larger than %2$s KiB.",
            "No configuration needs that much; it is not read.", "Name the right file with --config."),
    FILE_MALFORMED(
            "%1$s is no YAML that can be used.",
            "%2$s", "Write one setting on a line, such as timeout: 10m, indented with blanks."),
    FILE_NOT_FLAT(
            "%1$s is no plain value.",
            "Keys are flat: each takes a value, or a list of values where the setting can be repeated.",
            "Write it as %2$s, at the start of a line."),
    DANGER_NOT_ALLOWED(
            FailureKind.POLICY,
            "%1$s asks for danger-full-access.",
            "The agent's commands could then read the token and write anywhere.",
            "Use workspace-write, or add --allow-danger-full-access where the machine is thrown away afterwards."),
    STORED_LOGIN_NOT_ALLOWED(
            FailureKind.POLICY,
            "%1$s is stored.",
            "codex then writes the token into CODEX_HOME, where the agent's commands can read it.",
            "Use --login-mode env, or add --allow-stored-login."),
    NEEDS_CODEX_HOME(
            "%1$s needs --codex-home.",
            "A private CODEX_HOME is new in each run, so there is nothing in it to go on with.",
            "Add --codex-home with the folder that holds it."),
    TEAM_CONFIG_BASE_MISSING(
            "%1$s is base, but --team-config-base is missing.",
            "Which commit is protected depends on the pipeline; a guess could be the very change that is examined.",
            "Add --team-config-base with the full hash of the target branch's commit, or a ref such as origin/main."),
    TEAM_CONFIG_NEEDS_PRIVATE_HOME(
            "%1$s is base, and --codex-home is given.",
            "The base commit's settings are put into a CODEX_HOME of the run's own; a given one has its own settings.",
            "Remove one of them."),
    TEAM_CONFIG_BASE_UNUSED(
            "%1$s has no use without --team-config base.",
            "It looks as if the instructions were meant to come from that commit; they would come from the checkout.",
            "Add --team-config base, or remove it."),
    IDLE_TIMEOUT_TOO_LONG(
            "%1$s is longer than the timeout of %2$s.",
            "The whole run would end before the silence is noticed.", "Shorten --idle-timeout or lengthen --timeout."),
    PROMPT_NOT_GIVEN(
            "There is no prompt.",
            "Neither an argument nor --prompt-file was given, and standard input is read only when asked for.",
            "Give the prompt as an argument, as - for standard input, or with --prompt-file."),
    PROMPT_TWICE("%1$s and a prompt argument are both given.", "Only one of them can be the prompt.", "Remove one."),
    PROMPT_ARGUMENT_EMPTY(
            "The prompt is empty.",
            "An empty prompt mostly means that a variable was not filled in.",
            "Give the prompt some text."),
    STDIN_TWICE(
            "%1$s is stdin, and so is the prompt.",
            "Standard input can be read once only.", "Give the prompt as an argument or with --prompt-file."),
    TOKEN_FILE_NOT_GIVEN(
            "%1$s is file, but --token-file is missing.",
            "There is no default place for a token.", "Add --token-file."),
    TOKEN_SETTING_UNUSED(
            "%1$s has no use with the token source %2$s.",
            "It looks as if another token source was meant.", "Remove it, or set --token-source %3$s."),
    VAULT_SETTING_MISSING("Vault is to be asked, but %2$s is missing.", "%3$s", "Set %2$s."),
    VAULT_SETTING_UNUSED(
            "%1$s has no use with the login method %2$s.",
            "It belongs to %3$s; it looks as if another method was meant.", "Remove it, or set --vault-auth."),
    OTEL_PLAIN_HTTP(
            "%1$s is plain http.",
            "What the agent does, and the headers' secrets, would cross the network readable.",
            "Use https; http is accepted on loopback only."),
    OTEL_SETTING_UNUSED(
            "%1$s has no use without --otel-endpoint.",
            "It looks as if telemetry were meant to be sent; none would be.", "Add --otel-endpoint, or remove it."),
    OTEL_HEADERS_TWICE(
            "%1$s and --otel-headers-file are both given.",
            "Only one of them can hold the headers.", "Remove one of them."),
    VAULT_ADDR_PLAIN_HTTP(
            "%1$s is plain http.",
            "The Vault token and the access token would cross the network readable.",
            "Use https; http is accepted on loopback only."),
    VAULT_SKIP_VERIFY(
            "%1$s switches off the check of Vault's certificate.",
            "Anyone on the way could then take the token.",
            "Remove it, and name the authority behind Vault's certificate with --vault-ca."),
    VAULT_VARIABLE_UNSUPPORTED("%1$s is not supported.", "%2$s", "Unset it for this build. %3$s"),
    SECRET_TWICE("%1$s and %2$s are both given.", "Only one of them can be used.", "Remove one."),
    WRAPPED_WITHOUT_APPROLE(
            "%1$s needs --vault-auth approle.",
            "Only AppRole's secret id comes wrapped.", "Remove --vault-wrapped, or set --vault-auth approle."),
    VERSION_WITHOUT_KV2(
            "%1$s needs a KV v2 engine, but --vault-kv-version is 1.",
            "KV v1 keeps no versions.", "Remove --vault-secret-version, or set --vault-kv-version to 2."),
    ROTATION_SETTING_MISSING("%1$s is missing.", "%2$s", "Add it."),
    ROTATION_OF_FIXED_VERSION(
            "%1$s has no place in a rotation.",
            "The live token is always the latest version of the secret; a fixed one would be judged in its place.",
            "Remove it; status and check tell of the versions."),
    ROTATION_WITHOUT_KV2(
            "%1$s is 1, and a rotation needs a KV v2 engine.",
            "KV v1 has neither versions nor check-and-set: nothing could be rolled back, and two rotations would overwrite"
                    + " each other.",
            "Move the secret to a KV v2 engine, and remove the setting. To upgrade this engine in place would change the API"
                    + " paths and policies of all who use it."),
    ROTATION_PATH_TWICE("%1$s and %2$s are both given.", "Which tokens are meant can't be told.", "Keep one of them."),
    ROTATION_FAIL_BEFORE_WARN(
            "%1$s is %2$s, which is earlier than the warning at %3$s.",
            "A rotation would be due before anybody was warned.",
            "Make --rotation-warn longer, or --rotation-fail shorter.");

    private final FailureWords words;

    ConfigFailure(String what, String why, String fix) {
        this(FailureKind.CONFIG, what, why, fix);
    }

    ConfigFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
