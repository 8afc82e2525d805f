package dev.codexrunner.doctor;

import dev.codexrunner.config.Sandbox;
import dev.codexrunner.launch.BoundedCommand;
import dev.codexrunner.launch.CodexArguments;
import dev.codexrunner.launch.CodexBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Runs a command in codex's sandbox, in the mode of the run, that tries to write where no mode lets it. A sandbox that
 * starts is one thing; one that holds is what the run relies on.
 */
record SandboxCheck(Subject subject) implements Check {

    private static final int WROTE = 77;
    private static final String TRY_TO_WRITE = "if (: >\"$1\") 2>/dev/null; then exit " + WROTE + "; fi";

    @Override
    public Link link() {
        return Link.SANDBOX;
    }

    @Override
    public Set<Link> needs() {
        return Set.of(Link.CONFIGURATION, Link.CODEX);
    }

    @Override
    public CheckResult run(Findings found) {
        Sandbox mode = subject.config().codex().sandbox();
        if (mode == Sandbox.DANGER_FULL_ACCESS) {
            return new CheckResult.Warning(
                    "off",
                    List.of("danger-full-access: the agent's commands may do whatever this user may,"
                            + " and can read the token."));
        }
        Path forbidden =
                Subject.folder(found).resolve("sandbox-probe-" + subject.runId().value());
        List<String> command = List.of("/bin/sh", "-c", TRY_TO_WRITE, "sh", forbidden.toString());
        BoundedCommand.Result result = subject.command()
                .run(
                        found.get(CodexBinary.class).path(),
                        CodexArguments.sandboxed(subject.config().codex(), command),
                        subject.environment(found),
                        subject.config().task().cd(),
                        subject.runId().aside(),
                        "");
        if (removed(forbidden) || result.exit().exitCode() == WROTE) {
            return new CheckResult.Failed(DoctorFailure.SANDBOX_NOT_ENFORCED.with(mode.flagValue(), forbidden));
        }
        return result.succeeded()
                ? new CheckResult.Passed(mode.flagValue() + ": a command runs in it, and can't write to CODEX_HOME")
                : new CheckResult.Failed(
                        DoctorFailure.SANDBOX_NOT_STARTED.with(mode.flagValue(), CodexWords.complaint(result)));
    }

    private static boolean removed(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException stillThere) {
            return true;
        }
    }
}
