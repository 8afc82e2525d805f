package dev.codexrunner.launch;

import dev.codexrunner.failure.FailureKind;
import dev.codexrunner.failure.FailureText;
import dev.codexrunner.failure.FailureWords;

/** Everything that can go wrong between a finished configuration and a running codex. */
public enum LaunchFailure implements FailureText {
    CODEX_NOT_FOUND(
            FailureKind.CODEX_START,
            "codex was not found; looked at: %1$s.",
            "The runner starts the codex program that is installed on the machine; it brings none of its own.",
            "Install it (npm install -g @openai/codex@0.169.0 is what is tested) or name it with --codex-path."),
    CODEX_NATIVE_MISSING(
            FailureKind.CODEX_START,
            "%1$s is codex's Node wrapper, and its native program is missing.",
            "The platform package %2$s is an optional dependency that npm left out.",
            "Reinstall codex without --omit=optional, or name the native program with --codex-path."),
    CODEX_NOT_EXECUTABLE(
            FailureKind.CODEX_START,
            "%1$s can't be executed.",
            "It is no regular file, or it lacks the executable permission for this user.",
            "Correct its permissions, or name another codex with --codex-path."),
    CODEX_INSIDE_WORKING_FOLDER(
            FailureKind.CODEX_START,
            "codex at %1$s lies inside %2$s, which the agent may change.",
            "Whoever can change the repository could then change the program that receives the token.",
            "Install codex outside the working folder."),
    CODEX_WRITABLE_BY_OTHERS(
            FailureKind.CODEX_START,
            "%1$s can be written by the group or by everybody (on the way to codex at %2$s).",
            "Another user of this machine could replace the program that receives the token.",
            "Run: chmod go-w %1$s"),
    CODEX_FOREIGN_OWNER(
            FailureKind.CODEX_START,
            "%1$s belongs to user id %3$s (on the way to codex at %2$s).",
            "Only root and the user who runs the job may own the program that receives the token.",
            "Install codex as root or as the job's own user."),
    CODEX_UNREADABLE(
            FailureKind.CODEX_START,
            "codex at %1$s can't be read.",
            "Its digest is to be compared with --codex-sha256.",
            "Give the job's user permission to read it."),
    CODEX_DIGEST_MISMATCH(
            FailureKind.CODEX_START,
            "codex at %1$s has the SHA-256 digest %2$s instead of %3$s.",
            "It is not the program that --codex-sha256 pins.",
            "Install the pinned version, or pin the new digest after checking where it comes from."),
    CODEX_VERSION_UNREADABLE(
            FailureKind.CODEX_START,
            "codex at %1$s does not tell its version.",
            "\"codex --version\" %2$s.",
            "Check that it is a codex for this machine's processor: run it by hand."),
    CODEX_VERSION_MISMATCH(
            FailureKind.CODEX_START,
            "codex at %1$s is version %2$s instead of %3$s.",
            "--codex-version pins the other one.",
            "Install the pinned version, or pin the new one."),
    CODEX_NOT_STARTED(
            FailureKind.CODEX_START,
            "codex could not be started: %1$s.",
            "The operating system refused to start the process.",
            "Check the limits on processes and memory of the job, and that /bin/sh exists."),
    REAPER_NOT_STARTED(
            FailureKind.CODEX_START,
            "The process that cleans up after a killed runner could not be started: %1$s.",
            "Without it, a killed runner would leave codex running with the token.",
            "Check the limits on processes of the job, and that /bin/sh exists."),
    CODEX_HOME_NO_PLACE(
            FailureKind.CONFIG,
            "There is no safe place for codex's private home folder; tried: %1$s.",
            "It must be writable, lie outside the working folder, and not under the temporary folder, where codex refuses"
                    + " to work.",
            "Set XDG_STATE_HOME to such a folder, or give one with --codex-home."),
    TEMPORARY_FOLDER_NO_PLACE(
            FailureKind.CONFIG,
            "There is no place for codex's temporary folder; tried: %1$s.",
            "Each run gets a TMPDIR of its own, which goes when the run ends.",
            "Set XDG_STATE_HOME to a folder that the job's user can write and that has room."),
    CODEX_HOME_INSIDE_WORKING_FOLDER(
            FailureKind.CONFIG,
            "CODEX_HOME %1$s and the folder %2$s, which the agent may change, lie within each other.",
            "The agent could then change codex's own configuration, or the record of its run.",
            "Give --codex-home a folder outside it."),
    CODEX_HOME_WRITABLE_BY_OTHERS(
            FailureKind.CONFIG,
            "CODEX_HOME %1$s belongs to another user or can be written by others.",
            "Another user of this machine could put settings there that send the token elsewhere.",
            "Run: chmod go-w %1$s (and check its owner)."),
    CODEX_HOME_UNUSABLE(
            FailureKind.CONFIG,
            "CODEX_HOME %1$s can't be used: %2$s.",
            "codex keeps its configuration and the record of the run there.",
            "Give --codex-home a folder that the job's user can write."),
    CODEX_CONFIG_UNREADABLE(
            FailureKind.CONFIG,
            "%1$s can't be read as TOML: %2$s.",
            "The runner checks codex's settings before it hands over the token.",
            "Correct the file, or leave out --codex-home and --profile."),
    PROFILE_NEEDS_CODEX_HOME(
            FailureKind.CONFIG,
            "The profile %1$s can't be used: %2$s.",
            "A profile is the file NAME.config.toml in a CODEX_HOME that was given with --codex-home.",
            "Give --codex-home, and a profile name of letters, digits, - and _."),
    THREAD_ID_MALFORMED(
            FailureKind.CONFIG,
            "The thread to resume is not a thread id: %1$s.",
            "A thread id is a UUID, as reports show it under codex.threadId.",
            "Copy the id from the earlier run's report."),
    SETTINGS_REFUSED(
            FailureKind.POLICY,
            "Refused, because it would widen what the run may do or see: %1$s.",
            "Settings that widen access, start other programs, or send the token elsewhere must be allowed one by one.",
            "Leave them out, or name each with the switch given beside it, knowing the risk."),
    STORED_LOGIN_FAILED(
            FailureKind.CREDENTIAL,
            "\"codex login --with-access-token\" failed: %1$s.",
            "codex did not accept the token, or could not reach the service that confirms it.",
            "Read codex-login.log in the run's report folder, or run codex-runner doctor.");

    private final FailureWords words;

    LaunchFailure(FailureKind kind, String what, String why, String fix) {
        words = new FailureWords(kind, what, why, fix);
    }

    @Override
    public FailureWords words() {
        return words;
    }
}
